// custom-elements.json: what editors and documentation know of the elements.
export default {
  globs: ['src/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
};
