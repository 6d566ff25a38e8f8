// custom-elements.json: what editors and documentation know of the elements.
import {readFileSync} from 'node:fs';

/** Tag of each class, from the one file that registers them. */
const tags = new Map(
  [...readFileSync('src/define.ts', 'utf8').matchAll(/register\('([\w-]+)', (\w+)\)/g)].map(
    ([, tag, name]) => [name, tag],
  ),
);

const isPublic = ({name, privacy}) =>
  !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected';

/** The built file of a source, as the package ships it. */
const shipped = (path) => path.replace(/^src\/(.*)\.ts$/, 'dist/npm/$1.js');

/** Leaves what a page can use: elements with their tags and public members, and events. */
const publicFace = {
  name: 'public-face',
  packageLinkPhase({customElementsManifest: manifest}) {
    for (const module of manifest.modules) {
      module.path = shipped(module.path);
      module.declarations = (module.declarations ?? []).filter(
        ({kind, name}) => kind === 'class' && (tags.has(name) || name.endsWith('Event')),
      );
      for (const declaration of module.declarations) {
        declaration.members = declaration.members?.filter(isPublic);
        for (const member of declaration.members ?? []) delete member.privacy;
        const tagName = tags.get(declaration.name);
        if (tagName) Object.assign(declaration, {tagName, customElement: true});
      }
      const names = new Set(module.declarations.map(({name}) => name));
      module.exports = (module.exports ?? []).filter(({name}) => names.has(name));
      for (const {declaration} of module.exports)
        if (declaration.module) declaration.module = shipped(declaration.module);
      for (const {name, tagName} of module.declarations) {
        const declaration = {name, module: module.path};
        if (tagName) module.exports.push({kind: 'custom-element-definition', name: tagName, declaration});
      }
    }
    manifest.modules = manifest.modules.filter(({declarations}) => declarations.length);
  },
};

export default {
  globs: ['src/{comments,form,thread,count}/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicFace],
};
