/** Titles of the columns of a timeline table, in lower case and without zones and punctuation. */
export const TIMELINE_COLUMNS = {
  time: /^(?:(?:date|time|day|hour|when|at|timestamp|clock|start|started|from|begin|began|datetime|zeit|datum|uhrzeit|hora|fecha|data|heure|время|дата|час|zeitpunkt|horaire|waktu|tanggal|jam|zaman|tarih|saat|thời gian|時刻|時間|日時|时间|日期|시간|시각|local|approx|approximate|event|relative|elapsed|of|and|the|in|utc|gmt)(?: |$))+$/u,
  /** Titles that can be nothing else than the time of a row. */
  clock:
    /^(?:(?:date|time|timestamp|datetime|when|zeit|zeitpunkt|datum|uhrzeit|hora|fecha|data|heure|horaire|время|дата|час|waktu|tanggal|jam|zaman|tarih|saat|thời gian|時刻|時間|日時|时间|時間帯|일시|시간|시각)(?: (?:utc|gmt|approx|local))*)$/u,
  end: /^(?:end|ended|until|to|finish|finished|end time|bis|stop)$/u,
  text: /^(?:events?|descriptions?|what|what happened|actions?|actions? taken|details?|activity|activities|messages?|summary|update|happened|happening|entry|occurrence|observation|beschreibung|ereignis|evento|descripci[oó]n|descri[cç][aã]o|[eé]v[eé]nement|content|item|milestone|phase|log|step|status update|событие|описание|イベント|出来事|事象|内容|対応|事件|描述|이벤트|내용|qué pasó|que paso|suceso|acción|acao|ação|o que aconteceu|ce qui sest passé|fait|kejadian|peristiwa|olay|sự kiện|подія|що сталося|действие|できごと|経過|动作|操作|进展|상황|조치)$/u,
  who: /^(?:who|by|actor|actors|person|people|owner|author|responder|responders|name|user|team|involved|by whom|source|role|wer|quien|qui)$/u,
} as const;
