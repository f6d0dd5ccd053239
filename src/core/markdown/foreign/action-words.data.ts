/** Marks that say an action is done, with the status that the record keeps. */
export const DONE_WORDS =
  /^(?:done|completed?|closed|fixed|resolved|finished|shipped|merged|deployed|implemented|landed|verified|erledigt|abgeschlossen|umgesetzt|hecho|completad[oa]|terminad[oa]|fait|faite|terminée?|déjà fait|feito|conclu[ií]d[oa]|gedaan|klar|gjort|zrobione|gotowe|selesai|tamamlandı|xong|сделано|готово|выполнено|виконано|completat[oa]|fatto)(?![\p{L}\p{N}])|^(?:完了|済|対応済|実施済|已完成|完成|已修复|완료)/iu;
export const OPEN_WORDS =
  /^(?:todo|to do|open|pending|planned|in progress|in-progress|wip|ongoing|not started|started|blocked|deferred|won'?t (?:do|fix)|cancel?led|backlog|scheduled|under review|in review|n\/a|not applicable|optional|proposed|recommended|offen|in arbeit|pendiente|en curso|à faire|en cours|pendente|em andamento|в работе|не начато)(?![\p{L}\p{N}])|^(?:未着手|対応中|進行中|未対応|进行中|待办|未开始|진행 ?중|예정)/iu;
export const DONE_SIGNS = /^(?:✅|☑️?|✔️?|✓|🟢|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|check):)/u;
export const OPEN_SIGNS = /^(?:❌|⬜|🔲|☐|🔴|🟡|⏳|🚧|:(?:x|construction|hourglass):)/u;

/** What a tag in front of an action may say besides an owner. */
export const CATEGORY_WORDS =
  /^(?:repair|detect(?:ion)?|prevent(?:ion|ive|ative)?|mitigat(?:e|ion)|process|docs?|documentation|test(?:s|ing)?|monitor(?:ing)?|alert(?:s|ing)?|tooling|tools?|infra(?:structure)?|security|cleanup|clean-up|investigat(?:e|ion)|improve(?:ment)?|fix(?:es)?|bug|feature|research|training|response|recovery|communication|other|misc|qa|code|config(?:uration)?|short[- ]?term|medium[- ]?term|long[- ]?term|immediate|nice to have)$/iu;
export const PRIORITY_WORDS =
  /^(?:p\d|prio(?:rity)?[ :-]*\w+|high|medium|low|critical|urgent|highest|lowest|major|minor|must|should|could)$/iu;
export const TICKET_WORDS =
  /^(?:#\d+|https?:\/\/\S+|[A-Z][A-Z0-9]+-\d+|(?:bug|issue|pr|ticket|gh|bz)[- ]?#?\d+|[\w.-]+\/[\w.-]+#\d+)$/iu;

/** Labels of what is known of an action, in its text or in a line below it. */
export const FACT_LABELS = {
  owner:
    'owners?|action owner|assignees?|assigned(?: to)?|responsible|responsib(?:le (?:person|party|team)|ility)|dri|who|point of contact|poc|lead|owning team|verantwortlich|responsable|respons[aá]vel|担当|担当者|负责人',
  due: 'due(?: date| by| on)?|deadline|eta|target(?: date)?|by when|completion date|expected completion|target completion|timeline|timeframe|fällig|frist|fecha(?: límite)?|prazo|échéance|期限|截止日期',
  status: 'status|state|estado|statut|ステータス|状态',
  priority: 'priority|prio|severity|priorität|prioridad|prioridade|priorité|優先度|优先级',
  ticket: 'tickets?|issues?|tracking(?: issue| ticket)?|jira|bug|tracked (?:in|by|at)',
} as const;

/** Titles of the columns of an action table. */
export const ACTION_COLUMNS: Readonly<Record<string, RegExp>> = {
  id: /^(?:id|no|nr|n|number|ref|item no|seq)$/u,
  text: /^(?:actions?|action items?|action points?|items?|tasks?|descriptions?|what|todos?|to dos?|to do|follow ups?|measures?|steps?|details?|title|name|summary|improvements?|recommendations?|corrective actions?|preventive actions?|next steps?|ma(?:ß|ss)nahmen?|acci[oó]n|a[cç][aã]o|deliverables?|work|work items?|remediations?|mitigations?|issues?|changes?|preventions?|prevention measures?|safeguards?|guardrails?|countermeasures?|controls?|follow up actions?|aufgabe|tarea|tarefa|tâche|azione|действие|задача|アクション|対応|内容|施策|项目|措施|행동|조치)$/u,
  owner:
    /^(?:(?:primary |action |task |assigned |responsible |accountable |owning |lead )?(?:owners?|assignees?|teams?|persons?|people|part(?:y|ies)|leads?|individuals?|engineers?|developers?|dri)(?: (?:s|team|teams|name|lead|assignee|owner|dri|responsible|in charge))?|who|whos? responsible|assigned|assigned to|owned by|responsible|responsibility|dri|driver|by|by whom|point of contact|poc|contact|pic|penanggung jawab|sorumlu|eigenaar|ansvarlig|ansvarig|zuständig|encargad[oa]|verantwortlicher?|responsable|respons[aá]vel|accountable|action owner|propietario|dono|владелец|ответственный|担当|担当者|オーナー|负责人|责任人|담당자)$/u,
  due: /^(?:due|due (?:dates?|by|on)|deadlines?|eta|target|target (?:date|completion|completion date|timeline)|when|by when|date|timeline|timeframe|time frame|expected|completion|completion date|expected completion|f[aä]llig|fecha|prazo|expected date|estimated date|termin|frist|plazo|échéance|срок|期限|期日|截止日期|截止时间|기한)$/u,
  status:
    /^(?:status|current status|status notes?|state|done|completed?|progress|estado|stand|statut|статус|ステータス|状態|状态|상태)$/u,
  priority:
    /^(?:priority|prio|severity|importance|urgency|priorität|prioridad|prioridade|priorité|приоритет|優先度|优先级|우선순위)$/u,
  ticket:
    /^(?:tickets?|bugs?|issues?|links?|jira|tracking|tracking issues?|references?|prs?|github|tracker|url|tracking bugs?|issue link|pull requests?|bug id|enlace|lien|チケット|リンク|工单)$/u,
  category:
    /^(?:type|category|kind|class|area|component|kategorie|typ|catégorie|categor[ií]a|tipo|カテゴリー?|分類|種別|种类|类别|类型|분류|유형|категория|тип)$/u,
};
