/** `taaliq/testing`: what tests of one's own backend need. Loads no element. */
export {backendContract} from './backends/contract.js';
export type {BackendSubject, ContractCase, Handler, Refusal, Situation} from './backends/contract.js';
export {memoryBackend} from './backends/memory/backend.js';
export type {
  Failure,
  Faults,
  MemoryBackend,
  MemoryOptions,
  Operation,
  Seed,
} from './backends/memory/backend.js';
