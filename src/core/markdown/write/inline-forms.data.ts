/** A way to write a value beside the text of an item; `{}` is the value. */
export interface InlineForm {
  readonly side: 'before' | 'behind';
  readonly text: string;
}

const before = (text: string): InlineForm => ({ side: 'before', text });
const behind = (text: string): InlineForm => ({ side: 'behind', text });

/**
 * By key of the item, the forms that the readers of foreign documents understand, the most common first. Which of them one
 * document allows depends on what else stands in its line, so each is read back before it counts.
 */
export const INLINE_FORMS: Readonly<Record<string, readonly InlineForm[]>> = {
  owner: [
    behind(' ({})'),
    behind(' - {}'),
    behind(' (Owner: {})'),
    behind(' - Owner: {}'),
    before('{}: '),
    before('[{}] '),
  ],
  due: [behind(' (due: {})'), behind(' (due {})'), behind(' - due {}'), behind(' - due: {}')],
  status: [behind(' ({})'), behind(' - {}'), before('[{}] ')],
  ticket: [before('[{}] '), behind(' ({})'), behind(' - {}')],
  priority: [before('[{}] '), before('({}) ')],
  category: [before('[{}] '), before('**{}:** ')],
  at: [before('{} '), before('{} - '), before('**{}** ')],
  details: [behind(': {}'), behind(' – {}')],
  who: [behind(' ({})')],
};
