/** Irregular verbs that post-mortems use: base, past, participle. */
export const IRREGULAR_VERBS: readonly (readonly [base: string, past: string, participle: string])[] = [
  ['become', 'became', 'become'],
  ['begin', 'began', 'begun'],
  ['break', 'broke', 'broken'],
  ['bring', 'brought', 'brought'],
  ['build', 'built', 'built'],
  ['buy', 'bought', 'bought'],
  ['catch', 'caught', 'caught'],
  ['choose', 'chose', 'chosen'],
  ['come', 'came', 'come'],
  ['cut', 'cut', 'cut'],
  ['do', 'did', 'done'],
  ['draw', 'drew', 'drawn'],
  ['drive', 'drove', 'driven'],
  ['fall', 'fell', 'fallen'],
  ['feel', 'felt', 'felt'],
  ['find', 'found', 'found'],
  ['forget', 'forgot', 'forgotten'],
  ['forgo', 'forwent', 'forgone'],
  ['foresee', 'foresaw', 'foreseen'],
  ['get', 'got', 'gotten'],
  ['get', 'got', 'got'],
  ['give', 'gave', 'given'],
  ['go', 'went', 'gone'],
  ['grow', 'grew', 'grown'],
  ['hear', 'heard', 'heard'],
  ['hold', 'held', 'held'],
  ['keep', 'kept', 'kept'],
  ['know', 'knew', 'known'],
  ['lead', 'led', 'led'],
  ['leave', 'left', 'left'],
  ['let', 'let', 'let'],
  ['lose', 'lost', 'lost'],
  ['make', 'made', 'made'],
  ['mean', 'meant', 'meant'],
  ['meet', 'met', 'met'],
  ['pay', 'paid', 'paid'],
  ['put', 'put', 'put'],
  ['read', 'read', 'read'],
  ['run', 'ran', 'run'],
  ['say', 'said', 'said'],
  ['see', 'saw', 'seen'],
  ['send', 'sent', 'sent'],
  ['set', 'set', 'set'],
  ['shut', 'shut', 'shut'],
  ['sign', 'signed', 'signed'],
  ['speak', 'spoke', 'spoken'],
  ['spend', 'spent', 'spent'],
  ['spot', 'spotted', 'spotted'],
  ['stand', 'stood', 'stood'],
  ['stop', 'stopped', 'stopped'],
  ['take', 'took', 'taken'],
  ['teach', 'taught', 'taught'],
  ['tell', 'told', 'told'],
  ['think', 'thought', 'thought'],
  ['throw', 'threw', 'thrown'],
  ['understand', 'understood', 'understood'],
  ['undo', 'undid', 'undone'],
  ['wake', 'woke', 'woken'],
  ['write', 'wrote', 'written'],
];

/** Ends in -ed and is no verb in the past. */
export const NO_PARTICIPLES = 'need|feed|seed|speed|embed|exceed|proceed|succeed|red|bed|shed|hundred|indeed|bleed';

/** Describes a thing as often as it tells of a deed: “automated tests” beside “automated the tests”. */
export const DESCRIBING =
  'automated|dedicated|improved|defined|detailed|centralised|centralized|managed|distributed|shared|limited|advanced|increased|documented|standardised|standardized|structured|supported|tested|updated|required|assigned|reduced|fixed|separated|isolated|redundant|scheduled|versioned|staged|delayed|read|set|written|known|proven|cut|put|let|run';

/** May stand right behind a verb in the past; a bare noun behind a describing word is what it describes. */
export const BEHIND_A_VERB =
  'the|a|an|this|that|these|those|it|them|him|her|us|me|our|their|his|my|your|its|all|both|each|every|any|some|more|less|to|by|in|on|at|for|from|with|about|after|before|when|while|until|if|as|so|and|or|but|because|earlier|sooner|later|first|better|faster|out|up|down|off|back|over|what|whether|who|how|where|instead|properly|quickly|immediately|right|against|together|using|through|into|like|under|across|between|during|without|only|there|here|well|harder|further|beforehand|long|due|separately|manually|sufficiently|as';
