/** Where the rules come from. */
export const SOURCES = {
  fieldGuide: 'Sidney Dekker, The Field Guide to Understanding ‘Human Error’, 3rd edition, 2014',
  behindError: 'David Woods and others, Behind Human Error, 2nd edition, 2010',
  justCulture: 'Sidney Dekker, Just Culture, 3rd edition, 2016',
  blameless: 'John Allspaw, Blameless PostMortems and a Just Culture, Etsy, 2012',
  debriefing: 'Etsy, Debriefing Facilitation Guide, 2016',
  sre: 'Site Reliability Engineering, chapter 15: Postmortem Culture, 2016',
  hindsight: 'Baruch Fischhoff, Hindsight ≠ Foresight, Journal of Experimental Psychology, 1975',
  plainWords: 'Google developer documentation style guide, word list: easy, just, simply',
  swissCheese: 'James Reason, Human error: models and management, BMJ 320, 2000',
} as const;
