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
    'engineer|engineers|developer|developers|dev|devs|devops|sre|sres|dba|dbas|admin|admins|administrator|administrators|sysadmin|sysadmins|operator|operators|on-call|oncall|oncaller|responder|responders|team|teams|teammate|teammates|member|members|maintainer|maintainers|reviewer|reviewers|author|authors|committer|contributor|contributors|deployer|contractor|contractors|consultant|consultants|freelancer|intern|interns|trainee|apprentice|junior|newcomer|hire|manager|managers|management|leadership|lead|leads|director|cto|ceo|commander|owner|owners|architect|architects|analyst|analysts|tester|testers|qa|ops|employee|employees|staff|staffer|personnel|technician|technicians|programmer|programmers|supervisor|supervisors|specialist|expert|individual|individuals|crew|department|sysops|netops|secops|helpdesk|moderator|moderators|caller|vendor|organisation|organization|volunteer|volunteers|validators|researcher|researchers|student|students|founder|founders|squad|squads|approver|approvers|coder|coders|coworker|coworkers|co-worker|co-workers|counterpart|counterparts|supplier|suppliers|folks|guy|guys|human|humans|electrician|electricians|integrator|integrators|stakeholder|stakeholders|leader|leaders|company|companies|firm|agency',
  parties:
    'user|users|customer|customers|client|clients|subscriber|subscribers|merchant|merchants|tenant|tenants|support',
  machines: {
    nouns:
      'operator|operators|manager|managers|owner|owners|author|lead|leads|member|members|admin|supervisor|director|client|clients|user|validators|human|leader|leaders|supplier|suppliers',
    beside:
      'kubernetes|k8s|helm|pod|pods|crd|crds|statefulset|statefulsets|reconcile|reconciled|reconciles|reconciliation|replica|replicas|raft|quorum|cluster-operator|systemd|etcd|zookeeper|kafka|election|follower|followers|schema|json|xml|yaml|java',
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
    'follow|keep|open|switch|set|put|remove|delete|replace|enable|disable|stop|start|kill|clear|copy|update|increase|raise|bump|pin|install|move|write|pick|let|give|take|go|tell|talk|do|restart|roll|run|check|ask|add|look|read|revert|reboot|retry|call|use|wait|turn|do|fix|click|press|redeploy|test|remember|upgrade|scale|make',
  /** Follow a noun that is complete. */
  END_WORDS:
    'who|that|which|whose|during|in|on|at|after|before|when|while|because|and|or|to|for|with|from|by|yesterday|today|not|being|is|was|were|are|had|has|who|without|as|but|working|making|doing|trying|running|earlier|accidentally|mistakenly',
  /** What people leave undone, as it follows “we did not”. */
  LEFT_UNDONE:
    'catch|notice|realise|realize|recognise|recognize|understand|check|double-check|test|verify|validate|review|monitor|communicate|alert|inform|tell|notify|warn|escalate|follow|perform|consider|anticipate|foresee|plan|prepare|prioritise|prioritize|document|question|ask|consult|coordinate|read|think|bother|care|investigate|spot|account|appreciate|pay|know|learn|rehearse|heed|listen|announce|appropriately|adequately|properly|sufficiently|correctly|fully|thoroughly|carefully|act',
  /** The same of somebody who is named, or of a role. */
  LEFT_UNDONE_BY:
    'take|make|respond|react|answer|remove|renew|rotate|update|apply|ensure|provide|maintain|back|clean|implement|enable|disable|configure|revoke|address|look|wait|report|raise|request|seek|obtain|join|show|help|cooperate|speak|comply|adhere|specify|mention|share|hand|deliver|complete|finish|enforce|stop|use|run|set',
  /** The same as a noun: “due to not backing up”. */
  LEAVING_UNDONE:
    'backing|testing|checking|double-checking|verifying|following|reading|updating|reviewing|communicating|considering|monitoring|validating|realising|realizing|noticing|understanding|knowing|configuring|documenting|asking|telling|informing|alerting|notifying|warning|paying|planning|preparing|cleaning|enabling|disabling|removing|renewing|rotating|rolling|escalating|coordinating|consulting|anticipating|foreseeing|prioritising|prioritizing|investigating|looking|thinking|listening|catching|spotting|taking|performing|doing',
  /** What people are not, when they are judged from later. */
  NOT_UP_TO:
    'aware|familiar|prepared|trained|ready|careful|vigilant|attentive|experienced|qualified|competent|diligent|cautious|thorough|proactive|responsive|alert|disciplined',
  LACKING:
    'unaware|unfamiliar|unprepared|overzealous|over-zealous|complacent|unlucky|over-confident|overeager|unprofessional|unresponsive|negligent|ill-prepared|underprepared|unskilled|undisciplined|uninformed|ill-informed|short-sighted|sleepy|rushed|sloppy|irresponsible|forgetful|confused|mistaken|wrong',
  /** Quality of what people do, as no machine has it. */
  POOR: 'poor|bad|terrible|awful|weak|insufficient|inadequate|deficient|substandard|questionable|lacking|improper|ineffective|hasty|faulty|sub-par|subpar',
  /** What only people do. */
  CONDUCT:
    'coordination|co-ordination|communication|communications|judgement|judgment|planning|preparation|decision-making|management|leadership|workmanship|practice|practices|housekeeping|discipline|craftsmanship|teamwork|foresight|diligence|attitude|decision|decisions|choice|choices|call|handover|hand-over|oversight|execution|supervision|due',
  /** By accident; a machine has none. */
  BY_ACCIDENT:
    'accidentally|mistakenly|inadvertently|unintentionally|unwittingly|unknowingly|unconsciously|carelessly|hastily|thoughtlessly|recklessly|foolishly|wrongly|erroneously',
  /** Only what people judge can be wrong in this way. */
  JUDGED_DONE:
    'estimated|assumed|diagnosed|concluded|believed|decided|interpreted|judged|thought|guessed|advised|entered|typed|copied|calculated|labelled|labeled|documented|planned|specified|assessed|presumed|dismissed|attributed|blamed|prioritised|prioritized|communicated|approved|informed|told|instructed|estimates|diagnosing|reported',
  /** What machines are expected to do, as it follows “should have been” or “should have”. */
  MACHINE_DONE:
    'retried|promoted|rejected|returned|routed|rerouted|delivered|queued|requeued|evicted|cached|replicated|rescheduled|scheduled|restarted|dropped|logged|sent|fired|paged|emitted|received|redirected|balanced|terminated|purged|expired|acknowledged|throttled|served|processed|recovered|killed|blocked|filtered|triggered|replayed|closed|stored|written|persisted|forwarded|propagated|synced|synchronised|synchronized|refreshed|loaded|executed|invoked|called|committed|released|refused|denied|attached|detached|mounted|drained|flushed|deduplicated|matched|parsed|accepted|resolved|reconnected|reconciled|elected|available|unaffected|able|invisible|transparent|seamless|idempotent|empty|zero|possible|enough|sufficient|automatic|healthy|impossible|online|offline|redundant|independent|isolated|alerted|notified|visible|switched|failed|respawned|rebalanced|spread|encrypted|marked|picked|created|completed|collected|computed|signed',
  /** What people do to systems, in everyday work. */
  CHANGE_DONE:
    'merged|pushed|deployed|ran|deleted|dropped|removed|changed|modified|edited|misconfigured|configured|executed|applied|shipped|committed|released|upgraded|disabled|enabled|truncated|overwrote|unplugged|rebooted|approved|wrote|renamed|migrated|installed|uninstalled|altered|used|skipped|left|set|tweaked|refactored|rolled|launched|triggered|introduced|made|decided|chose|forced|bypassed|ignored|rushed|pasted|typed|clicked|hardcoded|hard-coded|touched|created|wiped|updated|turned|put|took|copied|started|stopped|broke',
  /** The smallness of a task, and tasks. */
  SMALL: 'simple|easy|trivial|straightforward|easy-to-fix',
  SMALL_TASK:
    'upgrade|upgrades|fix|fixes|restart|check|checks|rollback|mistake|mistakes|task|tasks|deploy|deployment|migration|step|steps|matter|thing|things|typo|command|question|update|patch|maintenance|error|errors|oversight|precaution|precautions|review',
  MINDLESS_DONE:
    'forgot|ignored|ran|assumed|guessed|pushed|deleted|clicked|skipped|missed|gave|let|trusted|copied|hoped|overlooked|walked|restarted|waited|merged|deployed',
};

/** Adverbs that do not end in -ly. */
export const ADVERBS =
  'also|even|just|then|first|never|ever|always|still|already|actually|perhaps|maybe|again|too|once|quite|rather|very|so|almost|soon|definitely|really|thus|therefore|instead|somehow|ideally|far|at|least';
/** End in -ly and are none. */
export const NO_ADVERBS =
  'apply|reply|supply|rely|only|early|daily|weekly|family|assembly|anomaly|july|fly|imply|multiply|comply';
