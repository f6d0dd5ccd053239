import type { MomentKind } from '#core/record';

/** What a sentence can claim: a moment, or that the impact is back. */
export type ClaimKind = MomentKind | 'reopened';

/** One way of saying that something has happened. */
export interface ClaimWording {
  readonly claim: ClaimKind;
  /** 0…1: how surely these words mean it, before hedges. */
  readonly strength: number;
  readonly pattern: RegExp;
}

const says = (claim: ClaimKind, strength: number, ...patterns: readonly RegExp[]): ClaimWording[] =>
  patterns.map((pattern) => ({ claim, strength, pattern }));

const SERVICE_WORDS =
  'service|site|app|application|api|system|traffic|everything|all services|checkout|platform|error rates?|latency|latencies|metrics|queues?|launches|requests|response times?|performance|things?|it|we|prod|production|dashboards?|graphs?|numbers|levels';

/**
 * English wordings, learnt from real post-mortem timelines, incident channels and status pages. Past tense and
 * statements of a state count; what is only intended, asked, denied or hedged is sorted out by `claim-blockers.data.ts`.
 */
export const CLAIM_WORDINGS: readonly ClaimWording[] = [
  ...says(
    'impact-started',
    0.85,
    /\b(?:outage|impact|incident|degradation|disruption|downtime)\s+(?:starts|started|begins|began|start)\b/iu,
    /\b(?:start|beginning) of (?:the )?(?:outage|impact|incident|disruption)\b/iu,
  ),
  ...says(
    'impact-started',
    0.7,
    /\b(?:errors?|failures?|timeouts?|requests|pods|jobs|builds|logins|payments|5\d\ds?)\b.{0,40}\b(?:start|starts|started|begin|begins|began)\b.{0,12}\b(?:failing|to fail|timing out|to time ?out|returning|appearing|climbing|spiking|rising|to rise|to appear)?/iu,
    /\b(?:begin|begins|began|start|starts|started) (?:failing|to fail|timing out|returning (?:errors?|5\d\d|4\d\d)|throwing|crashing|dropping)\b/iu,
  ),

  ...says(
    'alert-fired',
    0.75,
    /\b(?:alert|alarm|monitor|page)s?\b.{0,30}\b(?:fired|fires|triggered|triggers|went off|received|firing)\b/iu,
    /\b(?:first|receives?|received|got) (?:an? )?(?:\w+ ){0,4}(?:alert|alarm|page)\b/iu,
    /\bpager ?duty\b.{0,20}\b(?:fired|triggered|paged|alerted)\b/iu,
    /\b(?:was|were|got|been|is|are) paged\b/iu,
  ),

  ...says(
    'reported',
    0.75,
    /\b(?:customers?|users?|merchants?|clients?|partners?|tenants?|people|community members?|someone|support(?: engineers?| team)?|teams?|developers?|author)\b.{0,50}\b(?:report(?:s|ed|ing)?|complain(?:s|ed|ing)?|notified|informed|reached out|raised|notices?|noticed|unable to|can(?:no|')t|seeing|see)\b/iu,
    /\b(?:first|customer|user|initial|another|more|several|multiple|support|received?) (?:\w+ )?(?:reports?|complaints?|tickets?)\b/iu,
    /\b(?:incident|issue|outage|problem|bug|error)s? (?:is |was |were |first )?reported\b/iu,
    /\b(?:\d+|several|many|more|new|some|multiple) (?:new |more |customer )?(?:tickets?|complaints?|reports?)\b/iu,
    /\btickets? (?:are |is )?(?:coming|pouring|rolling) in\b/iu,
    /\breceived? (?:an? )?(?:\w+ )?(?:report|ticket|complaint|e-?mail|call)s?\b/iu,
  ),

  ...says(
    'acknowledged',
    0.8,
    /\back(?:ed|'d|nowledged|nowledges)\b(?! (?:the )?(?:outage|root cause))/iu,
    /^\s*ack\s*$/iu,
  ),
  ...says(
    'acknowledged',
    0.55,
    /\b(?:i'm|i am|i’m) (?:on it|looking|taking (?:this|it|a look)|here|online|checking)\b/iu,
    /^\s*(?:on it|looking|taking a look|looking into (?:it|this)|got it|checking)\b/iu,
    /\b(?:i'll|i will|i’ll) (?:take (?:this|it|a look)|look(?: into (?:it|this))?|check)\b/iu,
  ),

  ...says(
    'declared',
    0.85,
    /\b(?:declar(?:ed|es|ing)|opened|opens|opening|raised|raises|raising|initiat(?:ed|es|ing)|start(?:ed|ing))\b (?:this |it )?(?:as )?(?:an? |the |our |formal |major )*(?:incident|outage|sev[ -]?\d|p[0-4]\b|priority \d|war ?room|major)/iu,
    /\b(?:incident|sev[ -]?\d|outage)\b.{0,20}\b(?:declared|created|opened|initiated)\b/iu,
    /\b(?:upgrad|escalat|rais|promot)(?:ed|ing|es?) (?:this |it )?to (?:a )?(?:sev[ -]?\d|p[0-4])\b/iu,
  ),

  ...says(
    'investigating',
    0.7,
    /\binvestigat(?:ing|ion (?:starts|started|begins|began|underway|under way))\b/iu,
    /\b(?:begins?|began|start(?:s|ed)?) (?:an? |the )?(?:investigat(?:ion|ing)|debugging|troubleshooting|looking)\b/iu,
    /\b(?:investigated|troubleshooting|debugging|digging in(?:to)?|looking in(?:to)?)\b/iu,
  ),

  ...says('investigating', 0.65, /\b(?:i'm|i am|i’m|we're|we are) (?:now )?looking (?:at|into)\b/iu),

  ...says(
    'root-cause-identified',
    0.85,
    /\broot cause\b(?! analysis| unknown| is unknown)/iu,
    /\b(?:found|identified|pinpointed|isolated|located|tracked down|traced|discovered|detected) (?:it|the (?:\w+ ){0,3}(?:cause|culprit|issue|problem|bug|reason|source|change|commit|query|error))\b/iu,
    /\b(?:cause|issue|problem|culprit|source) (?:has been |was |is |been |were )?(?:identified|found|pinpointed|isolated|located|tracked down|traced)\b/iu,
    /\b(?:the )?culprit (?:is|was|seems|appears|:)/iu,
    /\btraced? (?:it |this |them |the \w+ |back )*(?:back )?to\b/iu,
  ),
  ...says(
    'root-cause-identified',
    0.65,
    /\b(?:it(?:'s| is| was|’s)|this is|that(?:'s| is|’s)|must be) (?:caused by|due to|because(?: of)?|the (?:new |latest |last )?(?:\w+[- ]){0,4}(?:change|deploy|deployment|release|commit|pool|config|migration|flag|pr|query|certificate|cert|upgrade|rollout))\b/iu,
    /\b(?:caused by|was due to|because of) (?:the |our |a |an )/iu,
    /\b(?:possible|likely|probable|suspected) (?:root )?cause\b/iu,
    /\b(?:determin(?:ed|es)|realiz(?:ed|es)|realis(?:ed|es)|figured out|figures out|discover(?:ed|s)|confirm(?:ed|s)) (?:that |why )/iu,
  ),

  ...says(
    'mitigated',
    0.8,
    /\b(?:rolled|rolls) (?:\w+ ){0,4}back\b/iu,
    /\broll ?back (?:is |was |has been |has )?(?:complete[d]?|done|deployed|finished|successful|live|out|succeeded|merged)\b/iu,
    /\b(?:reverted|reverts? (?:is |are |was |were |has been )?(?:deployed|live|merged|out|complete[d]?|done))\b/iu,
    /\b(?:fix|hot ?fix|patch|workaround|mitigation|revert|change)\b.{0,20}\b(?:deployed|shipped|released|rolled out|applied|in place|implemented|is out|is live|went out|landed|promoted)\b/iu,
    /\b(?:deployed|deploys|shipped|released|applied|implemented|pushed) (?:an? |the )?(?:\w+ )?(?:fix|hot ?fix|patch|workaround|mitigation)\b/iu,
    /\bmitigated\b|\bbleeding (?:has )?stopped\b|\bstopped the bleeding\b/iu,
    /\b(?:scaled (?:\w+ ){0,3}(?:up|out|down|back)|failed over|fail-?over (?:complete|completed|done))\b/iu,
    /\b(?:flag|feature|rate limit(?:ing|er)?|job|integration|experiment|cron|traffic|ingress|consumer)s?\b.{0,20}\b(?:disabled|turned off|switched off|killed|paused|off now|is off)\b/iu,
    /\b(?:disabled|turned off|switched off|killed|paused|drained|blocked|throttled|isolated|evicted) (?:the |all |this |that )/iu,
    /\b(?:restarted|rebooted|recreated|bounced|replaced) (?:the |all |both |every )/iu,
  ),
  // As a timeline tells it afterwards: in the present tense.
  ...says(
    'mitigated',
    0.75,
    /\b(?:reverts|restarts|disables|scales (?:\w+ ){0,3}(?:up|out|down|back)|fails over|drains|turns off|switches off)\b/iu,
    /\b(?:deployed|deploys|released|releases|ships|shipped|pushed|pushes|applied|applies)\b.{0,60}\bto fix\b/iu,
  ),
  ...says(
    'mitigated',
    0.5,
    /\b(?:rolling|reverting) (?:it |this |that |the \w+ )?(?:back|now)\b/iu,
    /\b(?:raised|increased|bumped|lowered|reduced|doubled|set) (?:the )?(?:\w+[- ]){0,4}(?:limit|size|timeout|pool|capacity|replicas|memory|connections|quota)\b/iu,
  ),

  ...says(
    'restored',
    0.8,
    new RegExp(
      String.raw`\b(?:${SERVICE_WORDS})\b.{0,25}\b(?:(?:has|have|had) )?(?:fully )?(?:recovered|restored|back to normal|back up|back online|healthy|operational|stable|stabili[sz]ed|normali[sz]ed|returned to normal)\b`,
      'iu',
    ),
    /\bback to (?:normal|baseline|healthy|green|usual)\b|\breturn(?:s|ed)? to (?:normal|baseline|pre-incident)\b/iu,
    /\b(?:fully|full|completely) (?:service )?(?:recover(?:ed|y)|restored|operational)\b/iu,
    /\b(?:no longer|not) (?:seeing|getting|receiving) (?:any )?(?:more )?(?:errors|failures|timeouts|5\d\ds?|alerts)\b|\bno (?:more |new )?(?:errors|failures|timeouts|5\d\ds?)(?: (?:since|for|in)\b|$)/iu,
    /\b(?:outage|impact|disruption|degradation) (?:ends|ended|is over|over)\b|\bend of (?:the )?(?:outage|impact|disruption)\b/iu,
    /\b(?:alerts?|alarms?|checks?|monitors?) (?:have |has |are |is |all )*(?:cleared|resolved|green|recovered|quiet)\b/iu,
    /\b(?:errors?|error rates?|latency|5\d\ds?|failures?) (?:have |has |are |is |now |all )*(?:gone|cleared|stopped|at zero|dropped to (?:zero|0|normal|baseline))\b/iu,
  ),
  ...says(
    'restored',
    0.75,
    /\b(?:works?|working|up|running|available|healthy|operational|succeeding) again\b/iu,
    /\b(?:errors?|error rates?|5\d\ds?|5xx|failures?|timeouts?|latency)\b.{0,20}\b(?:back (?:at|to|down)|down to|now at|at 0|is 0|are 0)\b/iu,
    /^\s*(?:all |looks? |looking )?clean(?: now| again)?\b/iu,
    /\b(?:service|site|checkout|app|api) (?:is |has been |was )?restored\b/iu,
    /\bback (?:online|in service|up and running)\b/iu,
  ),
  ...says(
    'restored',
    0.55,
    /^\s*(?:recovered|restored|all green|we'?re back|back up|looks? good(?: now)?|things look (?:good|normal))\b/iu,
    /\b(?:recovering|stabili[sz]ing|draining|coming back)\b/iu,
  ),

  ...says(
    'resolved',
    0.85,
    /\b(?:incident|issue|outage|sev[ -]?\d|problem|this) (?:has been |has |have been |is |was |now |been |marked |fully |marked as |considered )*resolved\b/iu,
    /\b(?:marking|marked|calling|declaring|declared) (?:this |it |the \w+ )?(?:as )?resolved\b/iu,
    /\ball[- ]clear\b|\bresolution (?:is )?confirmed\b|\bstand(?:ing)? down\b/iu,
  ),
  ...says('resolved', 0.6, /^\s*\[?resolved\b/iu, /\b(?:issue|problem|bug) (?:is |was |has been )?fixed\b/iu),

  ...says(
    'closed',
    0.85,
    /\b(?:incident|outage|sev[ -]?\d|bridge|war ?room)\b (?:is |was |has been |now )?closed\b/iu,
    /\bclos(?:ing|ed|es) (?:out )?(?:this |the )?(?:incident|bridge|war ?room|sev[ -]?\d)\b/iu,
  ),

  ...says(
    'reopened',
    0.8,
    /\b(?:it(?:'s| is|’s)|they(?:'re| are)|errors?(?: are| is)?|problem(?: is)?|issues?(?: is| are)?|alert(?: is)?|(?:5\d\ds?)(?: are)?|timeouts?(?: are)?) back\b(?! to| up| online| and (?:running|healthy)| down)/iu,
    /\b(?:re-?open(?:ed|ing|s)|recurr?(?:ed|ing|s|ence)|regressed|relapsed?)\b/iu,
    /\b(?:happening|failing|spiking|climbing|down|broken|erroring|begin|begins|started|starting|seeing (?:errors|it|this|5\d\ds?|timeouts)) again\b/iu,
  ),
];

/** Words of which at least one is in every sentence that claims something: a quick look before the patterns. */
export const CLAIM_HINT =
  /start|beg[ia]n|alert|alarm|page|pager|monitor|report|complain|ticket|notif|inform|reach|rais|notic|unable|can.t|cannot|see|receiv|ack|on it|look|got it|check|i.m|i am|tak|declar|open|initiat|incident|outage|upgrad|escalat|promot|investigat|troubleshoot|debug|digging|cause|caus|found|find|identif|pinpoint|isolat|locat|track|trac|discover|detect|culprit|due|because|it.s|it is|it was|this is|that|must be|determin|reali|figur|confirm|roll|revert|fix|patch|workaround|mitigat|deploy|ship|releas|appl|implement|push|bleed|scal|fail|disabl|turn|switch|kill|paus|drain|block|throttl|evict|restart|reboot|recreat|bounc|replac|increas|bump|lower|reduc|doubl|set|recover|work|succeed|clean|down to|at 0|restor|normal|back|health|operational|stab|no longer|not|no |impact|gone|clear|stop|zero|drop|good|green|coming|resol|stand|clos|recur|regress|relaps|again/iu;
