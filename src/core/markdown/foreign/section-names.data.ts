/** What a section of a post-mortem is about. */
export type SectionKind =
  | 'timeline'
  | 'actions'
  /** Says what will be done; part of what it stands under, if that tells something else. */
  | 'plans'
  /** What was done, or what will be done where no other section says that. */
  | 'remediation'
  | 'went-well'
  | 'went-poorly'
  | 'lucky'
  | 'lessons'
  | 'whys'
  | 'factors'
  | 'trigger'
  | 'root-cause'
  | 'technical'
  | 'detection'
  | 'resolution'
  | 'impact'
  | 'summary'
  | 'what-happened'
  | 'related'
  | 'metadata'
  | 'people'
  | 'aside';

/** Wordings of headings for one kind of section. */
export interface SectionNames {
  readonly kind: SectionKind;
  /** Matched against the heading in lower case, without numbering, parentheses, emoji and punctuation. */
  readonly patterns: readonly RegExp[];
}

/**
 * Headings by what they are about; the first that fits counts, so the specific stands before the general
 * ("impact timeline" is a timeline, "what did not go well" did not go well).
 */
export const SECTION_NAMES: readonly SectionNames[] = [
  {
    kind: 'aside',
    patterns: [
      /^appendi(?:x|ces)\b|^apendix\b|^annex\b/u,
      /\b(?:chat|slack|irc|conversation|discord|teams|raw|console|server|email) ?(?:logs?|transcripts?|threads?|history|discussions?)\b|^transcripts?\b/u,
      /^(?:thanks|thank you|acknowledge?ments?|credits|kudos|glossary|terminology|definitions|table of contents|contents|toc)\b/u,
    ],
  },
  { kind: 'whys', patterns: [/\b(?:five|5) ?(?:x )?whys?\b/u, /^whys?$/u, /^why why\b/u] },
  {
    kind: 'timeline',
    patterns: [
      /\btime ?lines?\b/u,
      /\bchronolog(?:y|ical)\b/u,
      /\b(?:sequence|order|course|log|history|progression|list) of (?:the )?(?:main |key )?events\b/u,
      /\b(?:key|major|main|significant|important) (?:events|dates|moments|milestones|timestamps|times)\b/u,
      /^(?:the )?(?:incident |event )?(?:events?|milestones)(?: log| overview)?$/u,
      /^(?:incident|outage|event) (?:log|history|chronicle|diary)$/u,
      /^what happened (?:and )?when$|^when did what happen$|^play by play$|^blow by blow$/u,
    ],
  },
  {
    kind: 'went-poorly',
    patterns: [
      /\bwent (?:wrong|poorly|bad|badly|less well|not so well|unwell)\b/u,
      /\b(?:did not|didnt|did nt|doesnt|does not|not) (?:go|work|went)(?: so| that| as| very)?(?: well| right| good| planned)?\b/u,
      /\bcould (?:have |ve )?(?:gone|be|been|go|do|done|we do|we have done)(?: \w+)? (?:better|improved|smoother)\b/u,
      /\b(?:needs? improvement|to improve|room for improvement|pain points|what was hard|what made it worse|problems encountered|challenges)\b/u,
      /^(?:the )?(?:bad|negatives|minuses)$/u,
    ],
  },
  {
    kind: 'went-well',
    patterns: [
      /\b(?:went|gone|worked|go|did we do|we did) (?:well|right|good|great|out)\b/u,
      /^what (?:worked|helped)\b/u,
      /^(?:the )?(?:good|positives|successes|pluses|wins)$/u,
    ],
  },
  { kind: 'lucky', patterns: [/\b(?:luck|lucky|luckily|fortunate|fortunately)\b/u] },
  {
    kind: 'resolution',
    patterns: [
      /^(?:immediate |initial |emergency |mitigating |remedial )?(?:actions?|steps|measures) (?:we (?:have )?)?(?:taken|performed|done)\b/u,
      /^(?:response|mitigation|recovery|resolution|containment|immediate response) actions?$/u,
      /^(?:immediate|initial|emergency|short term) (?:response|fix|mitigation|resolution)s?$/u,
      /^what (?:did )?we (?:did|do)(?: (?:about it|to fix it|to resolve it))?$/u,
    ],
  },
  {
    kind: 'actions',
    patterns: [
      /\baction ?(?:items?|points?|plans?|list|register|log|s required|table)\b/u,
      /^(?:the )?(?:resulting |planned |proposed |suggested |required |future |further |preventive |preventative |preventing |corrective |remedial |follow ?up |remediation |short term |long term |next |improvement |pending |open |immediate |key |our )*(?:and )?(?:preventive |preventative |corrective )?(?:actions?|measures|tasks|steps|items)$/u,
      /^(?:[\p{L}]+ ){1,2}actions$/u,
      /\bfollow ?ups?\b/u,
      /\bnext (?:steps?|actions?)\b/u,
      /\b(?:corrective|preventive|preventative|remedial|countermeasures?|counter measures?)\b.*$/u,
      /\bcapa\b/u,
      /\b(?:todos?|to dos?|to do list|to do|work items|tasks|tickets|issues) ?(?:created|filed|opened|raised)?$/u,
      /^what (?:we (?:will|ll|are|plan|re|want|intend|have|can|should)|are we|will we|were|is|can we|should we|do we)(?: now| going to| to| plan to| planning to)* (?:do|doing|change|changing|changed|done|fix|improve|improving|prevent|be done|next)\b/u,
      /\b(?:changes|improvements) (?:we re|we are|we will|to be|being) (?:made|making|make)\b/u,
    ],
  },
  {
    kind: 'remediation',
    patterns: [/\bremediations?\b/u],
  },
  {
    kind: 'plans',
    patterns: [
      /^(?:(?:incident|future|planned|proposed|process|system|technical|immediate|short term|medium term|mid term|long term|longer term|near term|key|possible|potential|further|our) )*(?:prevention|preventions|prevention plan|future work|improvements?|enhancements|recommendations?|changes|plans?)$/u,
      /\b(?:moving|going|looking|way|path) (?:forward|ahead)\b/u,
      /^(?:what s|whats|what is|what comes|what will come) next\b/u,
      /^(?:how|steps) (?:do|will|can|are|to|did|could|should) ?(?:we )?(?:\w+ )?(?:prevent|avoid|preventing|make sure|ensure|stop)/u,
      /^(?:preventing|avoiding) (?:\w+ )?(?:recurrence|reoccurrence|this|similar|future|it)\b/u,
    ],
  },
  {
    kind: 'lessons',
    patterns: [
      /\b(?:lessons?|learnings?|learned|learnt|takeaways?|take aways?)\b/u,
      /^(?:retro|retrospective|reflections?)$/u,
    ],
  },
  { kind: 'factors', patterns: [/\bcontribut(?:ing|ory|ors?)\b/u, /^(?:causal |other |aggravating )?factors$/u] },
  { kind: 'trigger', patterns: [/^(?:the )?(?:incident )?triggers?$/u, /^what triggered\b/u] },
  {
    kind: 'technical',
    patterns: [/^(?:technical|detailed|in depth|deep) (?:details?|analysis|description|explanation|dive|summary)$/u],
  },
  {
    kind: 'root-cause',
    patterns: [
      /\broot ?causes?\b/u,
      /^(?:the |underlying |primary |main |probable |analysis of )*(?:causes?|faults?|reasons?)(?: analysis)?$/u,
      /^why (?:did )?(?:this|it|that) happen(?:ed)?\b/u,
      /^(?:rca|cause and effect|grundursache|ursache|causa ra[ií]z|cause racine)\b/u,
    ],
  },
  {
    kind: 'detection',
    patterns: [
      /^(?:incident )?(?:detection|discovery|alerting|monitoring)(?: and (?:alerting|monitoring|response|discovery))?$/u,
      /^how (?:did we|was it|was this|was the \w+|we) (?:detect|find|found|discover|notice|know|become aware)/u,
    ],
  },
  {
    kind: 'resolution',
    patterns: [
      /^(?:incident )?(?:resolution|recovery|mitigation|mitigations|the fix|fix|fixes|solution|response|restoration|workaround|containment|recovery and resolution)(?: (?:and|steps|details) ?(?:recovery|mitigation|resolution|verification)?)?$/u,
      /^how (?:did we|was it|was this|we) (?:fix|fixed|resolve|resolved|mitigate|mitigated|recover|recovered|solve|solved)/u,
    ],
  },
  {
    kind: 'impact',
    patterns: [
      /\bimpact(?:s|ed)?\b/u,
      /\baffected\b/u,
      /^(?:the )?(?:fallout|damage|consequences|effects?|blast radius|scope|symptoms|severity and scope|user experience|customer experience)$/u,
    ],
  },
  { kind: 'what-happened', patterns: [/^what (?:actually )?(?:has )?happened$/u, /^(?:the )?(?:story|narrative)$/u] },
  {
    kind: 'summary',
    patterns: [
      /\b(?:summary|tl ?dr|abstract|synopsis|recap)\b/u,
      /^(?:incident |executive |issue |problem |outage |high level )?(?:overview|description|summary|at a glance|in brief)$/u,
    ],
  },
  {
    kind: 'related',
    patterns: [/^(?:related|references?|links|useful links|further reading|see also|resources|supporting)\b/u],
  },
  {
    kind: 'metadata',
    patterns: [
      /^(?:incident |key |general |basic |quick )?(?:metadata|meta data|meta|stats|statistics|details|facts|information|info|data|metrics|properties|header)$/u,
    ],
  },
  {
    kind: 'people',
    patterns: [
      /^(?:people|participants|attendees|responders|incident responders|incident team|roles|contributors|involved|who was involved|people involved|stakeholders)$/u,
    ],
  },
];

/** Beginnings of headings in other languages, by what they are about; the first that fits counts. */
export const TRANSLATED_NAMES: readonly (readonly [SectionKind, readonly string[]])[] = [
  [
    'aside',
    [
      'anhang',
      'anexo',
      'apéndice',
      'annexe',
      'appendice',
      'bijlage',
      'приложение',
      '付録',
      '附录',
      '부록',
      'danksagung',
      'agradecimientos',
      'remerciements',
      '謝辞',
      '致谢',
    ],
  ],
  [
    'timeline',
    [
      'zeitleiste',
      'zeitlicher ablauf',
      'zeitverlauf',
      'ablauf',
      'chronologie',
      'cronología',
      'cronologia',
      'línea de tiempo',
      'línea temporal',
      'linha do tempo',
      'ligne du temps',
      'frise chronologique',
      'déroulement',
      'déroulé',
      'tijdlijn',
      'tidslinje',
      'хронология',
      'таймлайн',
      'хід подій',
      'タイムライン',
      '時系列',
      '経緯',
      '时间线',
      '時間線',
      '时间轴',
      '사건 경과',
      '타임라인',
    ],
  ],
  [
    'went-poorly',
    [
      'was schlecht lief',
      'was nicht gut lief',
      'lo que salió mal',
      'qué salió mal',
      'o que deu errado',
      'o que não funcionou',
      'ce qui na pas marché',
      'ce qui sest mal passé',
      'cosa è andato male',
      'wat ging er fout',
      'что пошло не так',
      'うまくいかなかった',
      '改善が必要',
      '悪かった',
      '做得不好',
      '不足',
      '아쉬웠던',
    ],
  ],
  [
    'went-well',
    [
      'was gut lief',
      'lo que salió bien',
      'qué salió bien',
      'o que deu certo',
      'o que funcionou',
      'ce qui a bien marché',
      'ce qui sest bien passé',
      'cosa è andato bene',
      'wat ging er goed',
      'что прошло хорошо',
      'что получилось',
      'うまくいった',
      '良かった',
      '做得好',
      '잘된',
    ],
  ],
  [
    'lucky',
    [
      'wo wir glück hatten',
      'glück',
      'dónde tuvimos suerte',
      'suerte',
      'onde tivemos sorte',
      'sorte',
      'chance',
      'где нам повезло',
      '運が良かった',
      '幸運',
      '幸运',
    ],
  ],
  [
    'actions',
    [
      'maßnahmen',
      'massnahmen',
      'nächste schritte',
      'folgemaßnahmen',
      'aufgaben',
      'acciones',
      'medidas',
      'siguientes pasos',
      'próximos pasos',
      'ações',
      'plano de ação',
      'plan de acción',
      'plan daction',
      'actions correctives',
      'mesures',
      'prochaines étapes',
      'azioni',
      'prossimi passi',
      'acties',
      'vervolgacties',
      'действия',
      'план действий',
      'следующие шаги',
      'план дій',
      'アクションアイテム',
      'アクション',
      '再発防止',
      '対応策',
      '今後の対応',
      '改进措施',
      '后续行动',
      '后续措施',
      '行动项',
      '待办',
      '预防',
      '改善措施',
      '액션 아이템',
      '재발 방지',
      '후속 조치',
    ],
  ],
  [
    'lessons',
    [
      'lehren',
      'erkenntnisse',
      'gelernte lektionen',
      'lecciones',
      'aprendizajes',
      'lições',
      'aprendizados',
      'leçons',
      'enseignements',
      'lezioni',
      'geleerde lessen',
      'уроки',
      'выводы',
      '教訓',
      '学び',
      '経験',
      '经验教训',
      '教训',
      '교훈',
    ],
  ],
  ['factors', ['beitragende faktoren', 'factores', 'fatores', 'facteurs', 'fattori', '寄与要因', '影响因素']],
  ['trigger', ['auslöser', 'desencadenante', 'gatilho', 'déclencheur', 'トリガー', '触发']],
  [
    'root-cause',
    [
      'grundursache',
      'ursache',
      'ursachenanalyse',
      'causa',
      'causas',
      'cause racine',
      'causes',
      'análisis de causa',
      'análise de causa',
      'analyse des causes',
      'oorzaak',
      'корневая причина',
      'причина',
      'первопричина',
      'коренева причина',
      '根本原因',
      '原因',
      '根因',
      '근본 원인',
      '원인',
    ],
  ],
  [
    'detection',
    [
      'erkennung',
      'entdeckung',
      'detección',
      'detecção',
      'détection',
      'rilevamento',
      'detectie',
      'обнаружение',
      '検知',
      '检测',
      '发现',
      '탐지',
    ],
  ],
  [
    'resolution',
    [
      'behebung',
      'lösung',
      'wiederherstellung',
      'resolución',
      'solución',
      'resolução',
      'solução',
      'correção',
      'résolution',
      'rétablissement',
      'risoluzione',
      'oplossing',
      'решение',
      'устранение',
      'вирішення',
      '対応',
      '復旧',
      '解決',
      '修复',
      '修復',
      '解决',
      '恢复',
      '해결',
      '복구',
    ],
  ],
  [
    'impact',
    [
      'auswirkung',
      'auswirkungen',
      'impacto',
      'impatto',
      'gevolgen',
      'влияние',
      'последствия',
      'вплив',
      '影響',
      '影响',
      '영향',
    ],
  ],
  [
    'summary',
    [
      'zusammenfassung',
      'überblick',
      'resumen',
      'resumo',
      'résumé',
      'riepilogo',
      'sommario',
      'samenvatting',
      'краткое',
      'резюме',
      'сводка',
      'підсумок',
      '概要',
      'サマリー',
      '要約',
      '摘要',
      '总结',
      '概述',
      '개요',
      '요약',
    ],
  ],
  ['metadata', ['metadaten', 'metadatos', 'metadados', 'métadonnées', 'メタデータ', '元数据', '基本情報', '基本信息']],
  [
    'related',
    [
      'referenzen',
      'referencias',
      'referências',
      'références',
      'riferimenti',
      'ссылки',
      '参考',
      '関連',
      '参考资料',
      '참고',
    ],
  ],
];

/** Headings of more words are sentences, which may mention anything. */
export const LONGEST_HEADING = 9;
