/** `taaliq/testing`: what tests of one's own backend need. Loads no element. */
export {backendContract} from './backends/contract.js';
export type {Handler} from './backends/contract-server.js';
export type {ContractCase} from './backends/contract-stage.js';
export type {
  Acting,
  Answering,
  BackendSubject,
  Conversation,
  Counts,
  OwnActing,
  Refusal,
  Situation,
} from './backends/contract-subject.js';
export {memoryBackend} from './backends/memory/backend.js';
export type {
  Failure,
  Faults,
  MemoryBackend,
  MemoryOptions,
  Operation,
  Seed,
} from './backends/memory/backend.js';
