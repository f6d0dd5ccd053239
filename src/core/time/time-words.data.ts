/** Month names by number from 1, lower case, without a final point: English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish. */
export const MONTH_NAMES: readonly (readonly string[])[] = [
  [],
  ['january', 'jan', 'januar', 'jänner', 'janvier', 'janv', 'enero', 'ene', 'gennaio', 'gen', 'janeiro', 'januari'],
  [
    'february',
    'feb',
    'februar',
    'feber',
    'février',
    'fevrier',
    'févr',
    'fevr',
    'fév',
    'febrero',
    'febbraio',
    'fevereiro',
    'fev',
    'februari',
  ],
  ['march', 'mar', 'märz', 'maerz', 'mär', 'mrz', 'mars', 'marzo', 'março', 'maart', 'mrt'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'mag', 'maio', 'mei', 'maj'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'giu', 'junho'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug', 'julho'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'augustus', 'augusti'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'settembre', 'setembro'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'outubro'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'decembre', 'déc', 'diciembre', 'dic', 'dicembre', 'dezembro'],
];

/** Month names that are everyday words; in lower case they are a month only beside a year or a clock time. */
export const MONTHS_THAT_ARE_WORDS: readonly string[] = [
  'may',
  'march',
  'mars',
  'mar',
  'mai',
  'mag',
  'gen',
  'dic',
  'mei',
];

/** Day names by ISO number from 1 (Monday), lower case. */
export const DAY_NAMES: readonly (readonly string[])[] = [
  [],
  ['monday', 'mon', 'montag', 'mo', 'lundi', 'lun', 'lunes'],
  ['tuesday', 'tue', 'tues', 'dienstag', 'di', 'mardi', 'martes'],
  ['wednesday', 'wed', 'weds', 'mittwoch', 'mi', 'mercredi', 'miércoles'],
  ['thursday', 'thu', 'thur', 'thurs', 'donnerstag', 'do', 'jeudi', 'jueves'],
  ['friday', 'fri', 'freitag', 'fr', 'vendredi', 'viernes'],
  ['saturday', 'sat', 'samstag', 'sonnabend', 'sa', 'samedi', 'sábado'],
  ['sunday', 'sun', 'sonntag', 'so', 'dimanche', 'domingo'],
];

/** Names of a time of day and the hour they mean. */
export const HOUR_NAMES: Readonly<Record<string, number>> = {
  noon: 12,
  midday: 12,
  mittag: 12,
  mittags: 12,
  midi: 12,
  mediodía: 12,
  midnight: 0,
  mitternacht: 0,
  minuit: 0,
  medianoche: 0,
};

/**
 * What stands before or after a time that is not exact; regular expression sources, longest first. Words that a number
 * may follow in prose (`12:05 approx 500 users`) look ahead for it, and a tilde between two times makes a range.
 */
export const APPROXIMATE_BEFORE: readonly string[] = [
  '[~≈∼]',
  'approximately',
  'approx\\.?',
  'aprox\\.?',
  'around about',
  'around',
  'about',
  'roughly',
  'circa',
  'cca\\.?',
  'ca\\.?',
  'c\\.',
  'some ?time around',
  'ungefähr',
  'etwa',
  'gegen',
  'environ',
  'verso',
  'vers',
  'hacia',
  'alrededor de',
  'omstreeks',
  'rond',
  '[约約약]',
  '大[约約]',
];
export const APPROXIMATE_AFTER: readonly string[] = [
  '(?<![\\s~])~(?!~|\\s*\\d)',
  '~(?=\\s*$)',
  '\\?',
  '\\((?:approx(?:imately|\\.)?|ca\\.|\\?)\\)',
  'approx(?:imately|\\.)?(?!\\s+\\d)',
  'aprox\\.?(?!\\s+\\d)',
  'circa(?!\\s+\\d)',
  'ca\\.(?!\\s+\\d)',
  '-?ish',
  'or so',
  '頃',
  'ごろ',
  'くらい',
  'ぐらい',
  '前[後后]',
  '左右',
  '경',
  '쯤',
];

/** Names of a part of a day behind a date: they leave the day as precise as it was and make it approximate. */
export const DAY_PARTS: readonly string[] = [
  '(?:(?:early|late|mid)[- ]?)?(?:morning|afternoon|evening|night)',
  'overnight',
  '(?:por la |de la |à |am |in der )?(?:mañana|tarde|noche|madrugada|manhã|noite|matin|après-midi|soir|nuit|vormittags?|nachmittags?|abends?|nachts?)',
  '(?:утром|днём|днем|вечером|ночью)',
  '(?:早朝|朝|午前|午後|夕方|夜|深夜|日中|早上|上午|中午|下午|晚上|凌晨|새벽|오전|오후|저녁|밤)(?:中)?',
];

/** Letters of scripts that put no blank between time and text (`22:50頃から`), for a character class. */
export const UNSPACED = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}';

/** Dashes of all kinds and minus signs, for a character class. */
export const DASHES = '\\-–—―‒−‐‑';

/** Signs of a range that are no dash: waves and tildes, for a character class. */
export const WAVES = '〜～~';

/** Words that introduce a time and mean nothing more. */
export const CONNECTORS: readonly string[] = ['at', 'on', 'on the', 'from', 'am', 'um', 'à', 'le', 'el', 'a las', '@'];

/** What stands between the two ends of a range; `and` only after a word of {@link BETWEEN}. */
export const RANGE_WORDS: readonly string[] = ['to', 'until', 'till', 'through', 'bis', 'à', 'hasta', 'a'];
export const BETWEEN: readonly string[] = ['between', 'zwischen', 'entre', 'from', 'von', 'de'];
export const BETWEEN_AND: readonly string[] = ['and', 'und', 'et', 'y'];

/** The far end of a range that has not come yet. */
export const OPEN_ENDS: readonly string[] = ['ongoing', 'now', 'present', 'today', 'heute', '\\.\\.\\.', '…'];

/** What may follow a clock time without changing it. */
export const CLOCK_SUFFIXES: readonly string[] = ['hrs?', 'hours', 'h', 'uhr', "o['’]clock", 'local time', 'local'];
