/** Units of duration with what people call them, lower case, largest first: English, German, French, Spanish. */
export const DURATION_UNITS: readonly { readonly seconds: number; readonly names: readonly string[] }[] = [
  {
    seconds: 604_800,
    names: ['w', 'wk', 'wks', 'week', 'weeks', 'woche', 'wochen', 'semaine', 'semaines', 'semana', 'semanas'],
  },
  { seconds: 86_400, names: ['d', 'day', 'days', 'tag', 'tage', 'tagen', 'jour', 'jours', 'día', 'días'] },
  {
    seconds: 3600,
    names: ['h', 'hr', 'hrs', 'hour', 'hours', 'std', 'stunde', 'stunden', 'heure', 'heures', 'hora', 'horas'],
  },
  { seconds: 60, names: ['m', 'min', 'mins', 'minute', 'minutes', 'minuten', 'minuto', 'minutos'] },
  {
    seconds: 1,
    names: [
      's',
      'sec',
      'secs',
      'second',
      'seconds',
      'sek',
      'sekunde',
      'sekunden',
      'seconde',
      'secondes',
      'segundo',
      'segundos',
    ],
  },
  { seconds: 0.001, names: ['ms', 'msec', 'millisecond', 'milliseconds', 'millisekunden'] },
];

/** Words that are the number one. */
export const ONE_WORDS: readonly string[] = ['a', 'an', 'one', 'eine', 'einen', 'ein', 'une', 'un', 'una'];
