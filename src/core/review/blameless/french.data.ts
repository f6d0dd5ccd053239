import { SOURCES } from './sources.data.ts';
import type { Language } from './wording.ts';

/** French wordings: small, and only what is blame in nearly every sentence. */
export const FRENCH: Language = {
  classes: {
    AURAIT: "aurait|auraient|aurions|aurais|auriez|j'aurais|n'aurait|n'auraient|n'aurions|qu'aurait",
    SI: "si|s'il|s'ils",
  },
  wordings: [
    {
      code: 'blame-human-error',
      patterns: [
        "erreur|erreurs|l'erreur|d'erreur humaine|humaines",
        "erreur|l'erreur de manipulation",
        "erreur|l'erreur d'inattention",
      ],
      notBefore: 'éviter|évite|prévenir|contre|risque|jamais|aucune|pas',
      why: "L'erreur est le début des questions : qu'est-ce qui l'a rendue possible, et qu'est-ce qui ne l'a pas arrêtée ?",
      source: SOURCES.fieldGuide,
      bad: 'La panne est due à une erreur humaine.',
      good: "L'outil sert à éviter une erreur humaine.",
    },
    {
      code: 'blame-human-error',
      patterns: [
        "négligence|négligences|inattention|l'inattention|d'inattention|incompétence|l'incompétence|imprudence|l'imprudence|étourderie|laxisme|amateurisme",
      ],
      why: "Cela juge quelqu'un et n'explique rien que l'on puisse changer.",
      source: SOURCES.justCulture,
      bad: 'La table a été supprimée par négligence.',
      good: 'La table a été supprimée par un script.',
    },
    {
      code: 'blame-word',
      patterns: [
        'négligent|négligente|irresponsable|incompétent|incompétente|incompétents|stupide|stupides|bâclé|bâclée|inexcusable|inadmissible|inacceptable|idiot|idiote',
        "par|à la|cause faute de|d'",
        "c'est|c'était la faute",
        'est|sont|était coupable|coupables|fautif|fautifs',
      ],
      notBefore: 'pas|jamais',
      why: "Le reproche fait taire ; dites ce qui s'est passé et ce qui y a conduit.",
      source: SOURCES.sre,
      bad: 'Un déploiement bâclé a cassé le paiement.',
      good: 'Un déploiement sans canari a cassé le paiement.',
    },
    {
      code: 'blame-counterfactual',
      patterns: ['AURAIT pas|jamais? dû|pu', 'AURAIT dû|pu', 'SI .. avait|avions|avaient .. AURAIT'],
      without: 'pire|attaquant|chance|heureusement',
      why: "Cela raconte ce qui n'a pas eu lieu ; dites ce que l'on savait et ce qui a été fait.",
      source: SOURCES.fieldGuide,
      bad: 'Nous aurions dû tester la sauvegarde.',
      good: 'Cela aurait pu être pire.',
    },
    {
      code: 'blame-counterfactual',
      patterns: [
        'a|ont|avons|avait|avions|avaient oublié',
        "omis|négligé|oublié de|d'",
        "n'a|n'ont|n'avons|n'avait pas pensé|songé|pris|daigné",
        "personne n'a|n'avait remarqué|vu|vérifié|pensé|réagi|testé",
      ],
      without: 'passe',
      why: "Tout le monde oublie ce qui ne tient qu'à la mémoire ; dites ce qui ne l'a pas rappelé.",
      source: SOURCES.behindError,
      bad: "Personne n'a vérifié la réplique.",
      good: "Personne n'a été appelé.",
    },
    {
      code: 'blame-hindsight',
      patterns: [
        'évidemment|manifestement|visiblement|bien sûr|entendu|évidemment',
        'avec le recul',
        'rétrospectivement',
        'il était évident|clair|prévisible',
        'de toute évidence',
      ],
      needs:
        'évidemment|manifestement|visiblement|sûr|entendu|recul|rétrospectivement|évident|clair|prévisible|évidence',
      why: "Ce qui est clair aujourd'hui ne l'était pas alors.",
      source: SOURCES.hindsight,
      bad: 'Avec le recul, les signes étaient là.',
      good: 'Le graphique montre la chute.',
    },
    {
      code: 'blame-belittling',
      patterns: [
        "il suffisait|suffisait|suffit de|d'",
        "n'avait|n'avaient|n'avions qu'à",
        'tout simplement',
        'simplement oublié|ignoré|omis',
        'un|une simple vérification|contrôle|test|coup',
      ],
      why: 'Cela rend petit ce qui était difficile sur le moment.',
      source: SOURCES.plainWords,
      bad: 'Il suffisait de relancer le service.',
      good: 'Le service a redémarré au bout de deux minutes.',
    },
    {
      code: 'blame-who',
      patterns: [
        'qui a|avait|est déployé|supprimé|approuvé|fait|modifié|validé|cassé|oublié|autorisé|responsable',
        'à qui la faute',
        'savoir|trouver|déterminer|identifier qui a|avait',
      ],
      why: "Savoir qui ne change rien ; demandez comment c'est arrivé et ce qui l'a rendu possible.",
      source: SOURCES.debriefing,
      question: true,
      bad: 'Qui a déployé cela sans revue ?',
      good: 'Qui a été touché ?',
    },
  ],
};
