// Putting a new fragment in place of the old one without disturbing whoever is reading or typing.

import { Idiomorph } from './idiomorph.js';
import { forgetTyped, keepChoices } from './form.js';

const FORM = '.calc-form';
const RESULT = '.calc-result';
const ERROR = '.calc-error';

/** What the reader has set by hand, and an update must therefore leave alone. */
const READERS_OWN = new Set(['value', 'checked', 'selected', 'open']);

/** What a script has said of a box that suggests places, and an update knows nothing of. */
const SCRIPTS_OWN = new Set(['role', 'aria-autocomplete', 'aria-expanded', 'aria-controls', 'aria-haspopup', 'aria-activedescendant']);

/** Lines in which a script says what happened, and lists that it has put there. */
const isKept = (node) => node.dataset !== undefined && 'keep' in node.dataset;

const parse = (html) => {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
};

function morph(old, wanted, keepTyped) {
  const inUse = (element) => element === element.ownerDocument.activeElement;
  Idiomorph.morph(old, wanted, {
    morphStyle: 'outerHTML',
    ignoreActiveValue: keepTyped,
    callbacks: {
      beforeNodeMorphed: (node) => !isKept(node),
      beforeNodeRemoved: (node) => !isKept(node),
      beforeAttributeUpdated: (name, element) => !(
        ('places' in element.dataset && SCRIPTS_OWN.has(name)) || (keepTyped && READERS_OWN.has(name)) || name === 'open' || (name === 'type' && inUse(element))),
    },
  });
}

/** A fragment of form and result, before it is put into the page. */
export class Fragment {
  constructor(html) {
    const content = parse(html);
    this.form = content.querySelector(FORM);
    this.result = content.querySelector(RESULT);
  }

  /** Show the errors and hints of this fragment's form, and any field it adds; what was typed stays. */
  patchForm(host) {
    const form = host.querySelector(FORM);
    const putBack = keepChoices(form);
    morph(form, this.form, true);
    putBack();
    for (const error of form.querySelectorAll(`details ${ERROR}`)) error.closest('details').open = true;
  }

  patchResult(host) {
    morph(host.querySelector(RESULT), this.result, true);
  }

  /** Back to this fragment in everything, what was typed included. */
  restore(host) {
    const form = host.querySelector(FORM);
    morph(form, this.form.cloneNode(true), false);
    forgetTyped(form);
    morph(host.querySelector(RESULT), this.result.cloneNode(true), false);
  }
}
