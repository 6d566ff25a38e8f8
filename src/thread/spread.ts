import {noChange} from 'lit';
import {Directive, directive, type ElementPart} from 'lit/directive.js';

class Spread extends Directive {
  override render(_properties: Readonly<Record<string, unknown>>): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [properties]: Parameters<this['render']>): typeof noChange {
    Object.assign(part.element, properties);
    return noChange;
  }
}

/** Sets properties of an element in a template: `<taaliq-form ${spread({endpoint, fields})}>`. */
export const spread = directive(Spread);
