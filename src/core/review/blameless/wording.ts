/** A wording that blames, why it does, and the examples that it is tested with. */
export interface Wording {
  readonly code: BlameCode;
  /**
   * Words in small letters, one blank between them. `a|b` is either, `?` after it makes it optional, `..` is up to five
   * words, `*` is any word, `^` is where a sentence or a clause begins, `$` is where a clause ends. Names in capitals are
   * classes of the language. What stands between `[` and `]` is what `instead` replaces.
   */
  readonly patterns: readonly string[];
  /** Why, in one sentence. */
  readonly why: string;
  /** Where it is said; see `sources.data.ts`. */
  readonly source: string;
  /** What may stand in place of the bracketed words: '' leaves them out; `{base}`, `{past}`, `{participle}` are forms of the last verb, `{was}` agrees. */
  readonly instead?: string;
  /** True where leaving out or replacing surely keeps the meaning. */
  readonly mechanical?: true;
  /** None of these words within seven before it. */
  readonly notBefore?: string;
  /** None of these words within three after it. */
  readonly notAfter?: string;
  /** One of these words somewhere in the sentence. */
  readonly needs?: string;
  /** None of these words anywhere in the sentence. */
  readonly without?: string;
  /** Not in rows of the timeline nor in actions: there, somebody acts or is to act. */
  readonly outsideDeeds?: true;
  /** Advice, where the rule is a warning: as often said without blame as with it. */
  readonly mild?: true;
  /** Only in a question. */
  readonly question?: true;
  /** A sentence with it, and a similar one that is fine. */
  readonly bad: string;
  readonly good: string;
}

/** Codes of the findings of this family. */
type BlameCode =
  | 'blame-human-error'
  | 'blame-word'
  | 'blame-counterfactual'
  | 'blame-person-cause'
  | 'blame-who'
  | 'blame-hindsight'
  | 'blame-belittling';

/** Who is who in a language: words for people, and how phrases about them are built. */
export interface PeopleWords {
  /** One of us. */
  readonly first: string;
  readonly second: string;
  readonly third: string;
  /** May be things as well as people. */
  readonly they: string;
  readonly someone: string;
  readonly nobody: string;
  /** Nouns of those who build and run things. */
  readonly roles: string;
  /** Nouns of those whom it is built for. */
  readonly parties: string;
  /** Nouns that are software as often as people, and the words beside which they are. */
  readonly machines: { readonly nouns: string; readonly beside: string };
  readonly articles: string;
  readonly prepositions: string;
}

/** What is known of one language. */
export interface Language {
  readonly people?: PeopleWords;
  /** Classes of words by their name in capitals. */
  readonly classes: Readonly<Record<string, string>>;
  readonly wordings: readonly Wording[];
}
