import type { PeopleWords } from './wording.ts';

/** Who is who in English. */
export const ENGLISH_PEOPLE: PeopleWords = {
  first: 'we|i',
  second: 'you',
  third: 'he|she',
  they: 'they',
  someone: 'someone|somebody|anyone|anybody|everyone|everybody|people|person|persons|whoever|colleague|colleagues',
  nobody: 'nobody|no-one|noone',
  roles:
    'engineer|engineers|developer|developers|dev|devs|devops|sre|sres|dba|dbas|admin|admins|administrator|administrators|sysadmin|sysadmins|operator|operators|on-call|oncall|oncaller|responder|responders|team|teams|teammate|teammates|member|members|maintainer|maintainers|reviewer|reviewers|author|authors|committer|contributor|contributors|deployer|contractor|contractors|consultant|consultants|freelancer|intern|interns|trainee|apprentice|junior|newcomer|hire|manager|managers|management|leadership|lead|leads|director|cto|ceo|commander|owner|owners|architect|architects|analyst|analysts|tester|testers|qa|ops|employee|employees|staff|staffer|personnel|technician|technicians|programmer|programmers|supervisor|supervisors|specialist|expert|individual|individuals|crew|department|sysops|netops|secops|helpdesk|moderator|moderators|caller|vendor|organisation|organization',
  parties:
    'user|users|customer|customers|client|clients|subscriber|subscribers|merchant|merchants|tenant|tenants|support',
  machines: {
    nouns:
      'operator|operators|manager|managers|owner|owners|author|lead|leads|member|members|admin|supervisor|director|team|client|clients|user',
    beside:
      'kubernetes|k8s|helm|pod|pods|crd|crds|statefulset|statefulsets|reconcile|reconciled|reconciles|reconciliation|replica|replicas|raft|quorum|cluster-operator|systemd|etcd',
  },
  articles:
    'the|a|an|this|that|these|those|our|their|his|her|my|your|its|one|some|another|each|every|several|two|three|no|any|both|all',
  prepositions: 'of|on|in|at|from|for',
};

/** Classes of English words that wordings are made of. */
export const ENGLISH_CLASSES: Readonly<Record<string, string>> = {
  BE: "is|are|was|were|been|being|'s|'m|be",
  WAS: 'was|were',
  HAVE: "have|has|had|hav|having|'ve",
  DET: 'the|a|an|this|that|these|those|our|their|his|her|its|any|some|all|several|multiple|every|my|your',
  /** What only people do, as it follows “failed to”. */
  NOTICE_BASE:
    'notice|realise|realize|recognise|recognize|spot|verify|check|double-check|test|validate|review|follow|communicate|escalate|inform|tell|consider|think|understand|anticipate|foresee|plan|ask|coordinate|monitor|ensure|adhere|comply|consult|investigate|raise|declare|account|learn|appreciate|identify|remember|pay|warn|document|prioritise|prioritize',
  NOTICE_DONE:
    'noticed|realised|realized|spotted|saw|seen|caught|checked|looked|thought|tested|verified|reviewed|questioned|bothered|monitored|asked|remembered|watched|cared|reacted|escalated|investigated|knew|understood|considered|double-checked|validated|raised|read|paid|took|bothers',
  /** What people do to something, as it follows “should have been”. */
  HUMAN_DONE:
    'tested|reviewed|caught|noticed|checked|double-checked|verified|spotted|documented|communicated|escalated|considered|anticipated|foreseen|planned|rehearsed|questioned|investigated|addressed|prevented|avoided|done|known|informed|told|announced|coordinated|monitored|rolled|reverted|merged|deployed|released|approved|pushed|rushed|allowed|started|upgraded|configured|declared|involved|asked|read|followed|validated|audited|discussed|prioritised|prioritized|taken|made|given|set|detected|discovered|found|identified|fixed|handled|learned|trained|renewed|rotated|expected|implemented|tracked|consulted|raised|flagged|cleaned|clarified|obvious|clear|apparent',
  /** What an incident could have been if something had been otherwise. */
  BETTER:
    'prevented|avoided|averted|caught|detected|found|noticed|stopped|shortened|mitigated|identified|discovered|resolved|spotted|alerted|anticipated|handled|reduced|foreseen|done|recognised|recognized|faster|earlier|sooner|quicker|better|shorter|smoother|communicated|clearer|tested|fixed',
  HELP: 'helped|prevented|avoided|averted|caught|detected|noticed|stopped|shortened|mitigated|reduced|saved|led|lead|sped|limited',
  ALERT:
    'alert|alerts|alarm|alarms|warning|warnings|page|pages|notification|notifications|email|emails|e-mail|e-mails|signal|signals|sign|signs|ticket|tickets|symptom|symptoms|hint|hints|report|reports|step|steps|check|deadline',
  MISHAP:
    'mistake|mistakes|error|errors|fault|negligence|carelessness|failure|failures|oversight|misunderstanding|misunderstandings|inexperience|refusal|inaction|laziness|incompetence|mishandling|misjudgement|misjudgment|typo|blunder|sloppiness|inattention|ignorance|slowness|omission|wrongdoing',
  /** Deeds that only tell of failing. */
  MISDO_DONE:
    'caused|causes|broke|breaks|misconfigured|misread|misjudged|misinterpreted|misunderstood|mistyped|mishandled|mismanaged|mislabelled|misused|misapplied|misdiagnosed|abandoned|abandons|violated|crashed|panicked|refused|hesitated|dithered|procrastinated|overreacted|underestimated|miscommunicated|destroyed|sabotaged|ruined|jeopardised|jeopardized|wrecked',
  ACT_DONE:
    'typed|pushed|ran|deleted|dropped|selected|picked|chose|entered|copied|pasted|edited|changed|restarted|deployed|merged|applied|used|opened|set|stopped|updated|uploaded|sent|executed|terminated|killed|clicked|configured|removed|called|followed|took|gave|provided|supplied|issued|wiped|uninstalled|instructed',
  SLIP: 'accidentally|mistakenly|inadvertently|erroneously|wrongly|incorrectly|unintentionally|unwittingly|carelessly|prematurely|blindly|hastily|recklessly|needlessly|wrongfully|improperly',
  MISBELIEVING: 'wrongly|mistakenly|incorrectly|erroneously|falsely|naively|foolishly|blindly',
  BELIEVE:
    'assumed|assume|assuming|thought|believed|believing|concluded|assessed|considered|judged|expected|presumed|supposed|guessed|decided|interpreted|understood|classified',
  JUDGE:
    'careless|carelessly|reckless|recklessly|negligent|negligently|incompetent|incompetently|sloppy|sloppily|stupid|stupidly|foolish|foolishly|idiotic|irresponsible|irresponsibly|unprofessional|unprofessionally|inexcusable|inexcusably|unforgivable|clueless|amateurish|inept|thoughtless|thoughtlessly|shameful|shamefully|disgraceful|mindless|mindlessly|silly|ridiculous|ridiculously|lackadaisical|shoddy|half-hearted|brain-dead|boneheaded|moronic',
  FLAW: 'lazy|naive|greedy|arrogant|ignorant|complacent|stubborn|incapable|hasty|impatient|clumsy|careless|inattentive|unqualified|untrained|inexperienced|distracted|asleep|tired|drunk|overconfident|oblivious|useless',
  OUTAGE:
    'outage|incident|mistake|error|failure|bug|mess|problem|disaster|breakage|downtime|delay|issue|loss|misconfiguration|regression|breach|leak|crash|debacle|fiasco',
  CAUSE_DONE:
    'caused|broken|introduced|misconfigured|mishandled|mistyped|mismanaged|botched|overlooked|forgotten|ignored|missed|misread|misunderstood|bungled|neglected|skipped|mislabelled|misjudged|entered|triggered',
  /** Asked for by “who”. */
  WHO_DONE:
    'deployed|approved|merged|pushed|changed|deleted|broke|caused|did|made|wrote|reviewed|forgot|decided|authorised|authorized|allowed|triggered|ran|let|dropped|removed|disabled|enabled|started|introduced|configured|committed|missed|ignored|touched|edited|signed|modified|altered|restarted|dropped|messed|screwed|failed|misconfigured|executed|committed|released|thought|left|turned|gave|set',
  INDIRECT:
    'find|found|determine|determined|establish|identify|know|knows|ask|asked|clear|unclear|idea|wonder|wondering|figure|out|clarify|learn|see|question',
  RULES:
    'process|procedure|procedures|processes|runbook|playbook|checklist|policy|policies|protocol|protocols|guideline|guidelines|instructions|rules|documentation|steps|sop',
  SMALL_VERB:
    'restart|roll|run|check|ask|add|look|read|revert|reboot|retry|call|use|wait|turn|do|fix|click|press|redeploy|test|remember|upgrade|scale|make',
  /** Follow a noun that is complete. */
  END_WORDS:
    'who|that|which|whose|during|in|on|at|after|before|when|while|because|and|or|to|for|with|from|by|yesterday|today|not|being|is|was|were|are|had|has|who|without|as|but|working|making|doing|trying|running|earlier|accidentally|mistakenly',
  MINDLESS_DONE:
    'forgot|ignored|ran|assumed|guessed|pushed|deleted|clicked|skipped|missed|gave|let|trusted|copied|hoped|overlooked|walked|restarted|waited|merged|deployed',
};

/** Adverbs that do not end in -ly. */
export const ADVERBS =
  'also|even|just|then|first|never|ever|always|still|already|actually|perhaps|maybe|again|too|once|quite|rather|very|so|almost|soon|definitely|really|thus|therefore|instead|somehow|ideally|far|at|least';
/** End in -ly and are none. */
export const NO_ADVERBS =
  'apply|reply|supply|rely|only|early|daily|weekly|family|assembly|anomaly|july|fly|imply|multiply|comply';
