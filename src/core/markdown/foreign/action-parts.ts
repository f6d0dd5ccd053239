/** What the text of an action says besides the action itself. */
export interface ActionParts {
  text: string;
  owner?: string;
  due?: string;
  status?: string;
  priority?: string;
  ticket?: string;
  category?: string;
  /** Marks that a value stands for in another form. */
  marks: string;
  /** Words that named a value, as `Owner`. */
  words: string;
}
