import { SOURCES } from './sources.data.ts';
import type { Language } from './wording.ts';

/** German wordings: small, and only what is blame in nearly every sentence. */
export const GERMAN: Language = {
  classes: {
    HATTE: 'hätte|hätten|hättest|hättet',
    PERSON:
      'wir|er|sie|man|niemand|jemand|team|entwickler|entwicklerin|administrator|admin|ingenieur|ingenieurin|kollege|kollegin|bereitschaft|mitarbeiter|betrieb',
    TAT: 'deployt|ausgerollt|gelöscht|geändert|freigegeben|gemacht|verursacht|vergessen|genehmigt|abgeschaltet|deaktiviert|kaputtgemacht',
  },
  wordings: [
    {
      code: 'blame-human-error',
      patterns: [
        'menschliches|menschlichem|menschlichen versagen|fehler',
        'menschlicher fehler',
        'bedienfehler|bedienungsfehler|anwenderfehler|benutzerfehler|flüchtigkeitsfehler',
      ],
      notBefore: 'kein|keine|nie|verhindern|verhindert|vermeiden|gegen|vor|risiko',
      why: 'Ein Fehler ist der Anfang der Fragen: Was hat ihn möglich gemacht, und was hat ihn nicht aufgehalten?',
      source: SOURCES.fieldGuide,
      bad: 'Die Ursache war menschliches Versagen.',
      good: 'Die Prüfung soll gegen menschliches Versagen schützen.',
    },
    {
      code: 'blame-human-error',
      patterns: ['unachtsamkeit|nachlässigkeit|schlamperei|fahrlässigkeit|unaufmerksamkeit|leichtsinn|schusseligkeit'],
      why: 'Es urteilt über jemanden und erklärt nichts, was sich ändern lässt.',
      source: SOURCES.justCulture,
      bad: 'Durch Unachtsamkeit wurde die Tabelle gelöscht.',
      good: 'Durch einen Timeout wurde die Tabelle gesperrt.',
    },
    {
      code: 'blame-word',
      patterns: [
        'fahrlässig|schlampig|verantwortungslos|leichtsinnig|unprofessionell|inkompetent|unfähig|dumm|dumme|dummer|dummen|peinlich|stümperhaft',
        'schuld an|daran',
        'ist|war|sind|waren schuld',
        'verbockt|vermasselt|verpfuscht',
      ],
      notBefore: 'nicht|niemand|keine',
      why: 'Es urteilt über jemanden und erklärt nichts, was sich ändern lässt.',
      source: SOURCES.sre,
      bad: 'Das Betriebsteam ist schuld an der Verzögerung.',
      good: 'Die Verzögerung dauerte zwei Stunden.',
    },
    {
      code: 'blame-counterfactual',
      patterns: ['HATTE .. .. müssen|sollen|können|dürfen', 'HATTE .. nur|bloß', 'wenn PERSON .. HATTE'],
      notBefore: 'angreifer',
      without: 'schlimmer|glück|angreifer',
      why: 'Es erzählt von etwas, das nicht geschehen ist; schreiben Sie, was bekannt war und was getan wurde.',
      source: SOURCES.fieldGuide,
      bad: 'Wir hätten die Sicherung vorher testen müssen.',
      good: 'Es hätte schlimmer kommen können.',
    },
    {
      code: 'blame-counterfactual',
      patterns: [
        'versäumt|versäumte|versäumten|versäumnis|versäumnisse',
        'vergaß|vergaßen',
        'PERSON .. vergessen',
        'wurde|wurden .. vergessen',
        'wurde|wurden|hat|haben .. übersehen',
        'niemand|keiner .. bemerkt|bemerkte|gemerkt|geprüft|aufgefallen',
      ],
      notBefore: 'passwort|nicht',
      without: 'passwort',
      why: 'Schritte, an die man denken muss, vergisst jeder; schreiben Sie, was nicht daran erinnert hat.',
      source: SOURCES.behindError,
      bad: 'Das Team hat den zweiten Standort vergessen.',
      good: 'Für den zweiten Standort gab es keinen Alarm.',
    },
    {
      code: 'blame-hindsight',
      patterns: [
        'offensichtlich|offenkundig|selbstverständlich|bekanntlich',
        'im nachhinein|rückblickend',
        'es war klar|absehbar',
        'war|waren ja|doch klar',
      ],
      notBefore: 'nicht|wenig',
      why: 'Was jetzt klar ist, war es damals nicht.',
      source: SOURCES.hindsight,
      bad: 'Offensichtlich war der Pool zu klein.',
      good: 'Der Pool hatte Platz für 50 Verbindungen.',
    },
    {
      code: 'blame-belittling',
      patterns: [
        'nur|bloß|lediglich|einfach .. müssen',
        'hätte|hätten .. einfach',
        'einfach|bloß vergessen|übersehen|ignoriert',
        'kinderleicht|trivial',
      ],
      notBefore: 'nicht',
      why: 'Es macht klein, was in dem Moment schwer war.',
      source: SOURCES.plainWords,
      bad: 'Wir haben den Alarm einfach ignoriert.',
      good: 'Das einfache Verfahren verteilt die Last reihum.',
    },
    {
      code: 'blame-who',
      patterns: ['wer hat|hatte|war|ist', 'wessen schuld|fehler|idee', 'herausfinden|klären|unklar , wer .. TAT'],
      question: true,
      notAfter: 'betroffen|informiert|zuständig|beteiligt|zugriff|bemerkt|gemeldet',
      why: 'Wer es war, ändert nichts; fragen Sie, wie es dazu kam und was es möglich gemacht hat.',
      source: SOURCES.debriefing,
      bad: 'Wer hat das ohne Freigabe ausgerollt?',
      good: 'Wie kam die Änderung ohne Freigabe in Betrieb?',
    },
  ],
};
