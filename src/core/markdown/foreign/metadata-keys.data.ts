/** Keys of a document's head by the field that they stand for, in lower case and without punctuation. */
export const METADATA_KEYS: readonly { readonly path: string; readonly pattern: RegExp }[] = [
  {
    path: 'title',
    pattern:
      /^(?:title|incident title|incident name|name|título|titulo|titre|titel|судження|название|タイトル|件名|标题|事件名称|제목)$/u,
  },
  {
    path: 'incident.date',
    pattern:
      /^(?:date|incident date|date of (?:the )?(?:incident|outage|event)|day|event date|occurred|occurred on|occurred at|date occurred|incident start|start|started|started at|start time|start date|date time|datetime|date and time|date range|dates|incident window|outage window|time window|window|incident time|time of (?:the )?(?:incident|outage|event)|start date time|when it happened|incident began|began|datum|datum und zeit|zeitraum|fecha y hora|data e hora|data hora|date et heure|tanggal|waktu|tarih|ngày|когда|发生日期|故障时间|事件时间|事故时间|発生時間|発生日時|障害発生日時|발생일|발생 일시|일시|날짜|fecha|data|дата|日期|日付|発生日|発生日時|发生时间|発生時刻)$/u,
  },
  {
    path: 'document.date',
    pattern:
      /^(?:last modified|last updated|updated|published|published on|publish date|document date|report date|date of report|written on|created|created on|created at)$/u,
  },
  {
    path: 'status',
    pattern:
      /^(?:status|document status|incident status|state|report status|postmortem status|resolution status|current status|resolution state|estado actual|estado|état|stand|durum|trạng thái|상태|statut|статус|ステータス|状態|状态)$/u,
  },
  {
    path: 'severity.label',
    pattern:
      /^(?:severity|sev|severity level|incident severity|priority|criticality|level|incident level|impact level|sev level|severity classification|severity rating|incident priority|criticidad|criticidade|gravité|gravedad|gravidade|niveau de gravité|niveau|priorité|prioridad|prioridade|schwere|keparahan|tingkat keparahan|önem|mức độ|серьёзность|серьезность|критичность|严重级别|故障等级|事件等级|事故等级|等级|级别|심각도|장애 등급|등급|schweregrad|severidad|severidade|sévérité|深刻度|重大度|重要度|严重程度|严重性)$/u,
  },
  {
    path: 'roles.authors',
    pattern:
      /^(?:authors?|written by|created by|author s|prepared by|report by|compiled by|redactor|rédacteurs?|elaborado por|preparado por|penulis|yazar|người viết|撰写人|記載者|작성자|report author|postmortem owner|post mortem owner|owners?|postmortem author|report owner|document owner|by|autor|auteur|autores|responsável|автор|作成者|著者|作者)$/u,
  },
  {
    path: 'roles.commander',
    pattern:
      /^(?:incident commander|commander|ic|incident lead|incident manager|lead|incident owner|dri|responsible)$/u,
  },
  { path: 'roles.facilitator', pattern: /^(?:facilitator|moderator|postmortem facilitator)$/u },
  { path: 'roles.recorder', pattern: /^(?:scribe|recorder|note taker|notetaker)$/u },
  { path: 'roles.reviewers', pattern: /^(?:reviewers?|reviewed by|approvers?|approved by)$/u },
  {
    path: 'roles.attendees',
    pattern:
      /^(?:attendees|participants|responders|incident responders|people involved|involved|incident team|team members|contributors)$/u,
  },
  { path: 'roles.onCallPrimary', pattern: /^(?:on ?call|on call engineer|primary on call|oncall engineer)$/u },
  {
    path: 'incident.id',
    pattern:
      /^(?:incident id|id|incident|incident number|incident no|reference|reference number|incident ref|ticket id|incident key)$/u,
  },
  {
    path: 'incident.issue',
    pattern:
      /^(?:(?:tracking )?(?:issue|ticket|bug)s?|issue link|tracking issue|jira|jira ticket|bugzilla bug|bugzilla|github issue|incident issue|incident ticket|issue s)$/u,
  },
  { path: 'incident.report', pattern: /^(?:incident report|report|incident link|link|incident url|public report)$/u },
  { path: 'incident.type', pattern: /^(?:incident type|type|category|classification)$/u },
  {
    path: 'durations.total.written',
    pattern:
      /^(?:duration|total duration|incident duration|outage duration|length|downtime|time of outage|total downtime|impact duration|duration of (?:the )?(?:outage|incident|impact)|total (?:impact|outage|incident) (?:time|duration)|total time|outage length|dauer|gesamtdauer|duraci[oó]n total|dura[cç][aã]o total|durasi|süre|thời gian|тривалість|продолжительность|障害時間|停止時間|故障时长|影响时长|지속 시간|장애 시간|duraci[oó]n|dura[cç][aã]o|durée|длительность|継続時間|影響期間|持续时间)$/u,
  },
  { path: 'durations.ttd.written', pattern: /^(?:ttd|mttd|time to detect|time to detection|detection time)$/u },
  {
    path: 'durations.ttr.written',
    pattern:
      /^(?:ttr|mttr|time to (?:resolve|resolution|recover|recovery|repair|restore|fix)|resolution time|recovery time)$/u,
  },
  { path: 'durations.tta.written', pattern: /^(?:tta|mtta|time to (?:acknowledge|respond|response)|response time)$/u },
  {
    path: 'impact.users',
    pattern:
      /^(?:users? (?:affected|impacted)|affected (?:users|customers)|impacted (?:users|customers)|customers? (?:affected|impacted)|number of users affected|usuarios afectados|usuários afetados|utilisateurs impactés|betroffene nutzer|影響ユーザー|影响用户)$/u,
  },
  {
    path: 'impact.systems',
    pattern:
      /^(?:(?:affected|impacted) (?:services?|systems?|components?)|services? (?:affected|impacted)|systems? (?:affected|impacted)|services?|systems?|components?|affected (?:apps?|applications?|areas?|environments?)|(?:services|systems) impacted|servicios? afectados?|servi[cç]os? afetados?|services? (?:impactés|affectés|concernés)|betroffene (?:dienste|systeme)|影響サービス|影响服务|영향 서비스)$/u,
  },
  {
    path: 'related.chatThread',
    pattern: /^(?:slack|slack channel|slack thread|chat|incident channel|channel|slack link|war room)$/u,
  },
];
