/** `npm run size`: what each part weighs, and its ceiling. Fails when one is over it, and so does the build. */
import {overweight, weigh} from './weigh.js';

const number = new Intl.NumberFormat('en');
const weights = weigh('dist');
const over = overweight(weights);

console.log(`${'brotli bytes'.padEnd(22)}${'weighs'.padStart(8)}${'ceiling'.padStart(9)}`);
for (const weight of weights) {
  const {part, bytes, ceiling} = weight;
  const limit = ceiling === null ? '–' : number.format(ceiling);
  const mark = over.includes(weight) ? `  over by ${number.format(bytes - (ceiling ?? 0))}` : '';
  console.log(`${part.padEnd(22)}${number.format(bytes).padStart(8)}${limit.padStart(9)}${mark}`);
}
if (over.length) {
  console.error(`Too heavy: ${over.map(({part}) => part).join(', ')}.`);
  process.exitCode = 1;
}
