/** A template of many tables and fields, as YAML. */
export const SHOP = `id: shop
label: Shop incident report
zone: Europe/Berlin
folder: docs/incidents
fileName: '{id}-{title}.md'
incidentId: 'SHOP-{year}-{n:4}'
severities: [S1, S2, S3]
durations:
  - { id: outage, label: Outage, from: impact-started, to: [restored, resolved] }
  - { id: noticing, label: Noticing, from: impact-started, to: [alert-fired, reported], earliest: true, note: Whichever came first. }
sections:
  - heading: 'Incident report: {{title}}'
    depth: 1
    guidance: What made it possible? Names of people are not an answer.
    fields:
      Incident: incident.id
      Day: { path: incident.date, aliases: [Date] }
      Class: severity.label
      Outage: durations.outage.written
      First alarm: moments.alert-fired
    style: table
    header: [Fact, Value]
  - heading: In short
    aliases: [Summary, TL;DR]
    text: summary.text
    prompt: What users saw, in two sentences
  - heading: Course of events ({{timelineZone}})
    table: timeline
    columns: { When: at, What: text, Who: who, Remarks: notes }
  - heading: Causes
    holds:
      - text: rootCause.technical
      - list: factors
        label: 'Contributing:'
  - heading: Five whys
    depth: 3
    table: whys
    columns: { '#': '#', Question: question, Because: answer }
  - heading: Now
    table: actions
    horizon: week
    columns: { '#': '#', Task: text, By: owner, Until: due, State: status }
  - heading: Later
    table: actions
    horizon: quarter
    columns: { Task: text, By: owner, State: status }
  - heading: Signed by
    optional: true
    table: signOffs
    columns: { Role: role, Name: name, Day: date }
`;

/** A short template of lists, as YAML. */
export const NOTES = `id: notes
incidentId: 'N{n}'
sections:
  - heading: What happened
    holds:
      - sentence: 'All clocks show {{timelineZone}}.'
      - list: timeline
        item: '**{{timeline.at}}** {{timeline.text}}'
  - heading: Facts
    style: list
    fields: { Severity: severity.label, Users: impact.users, Trigger: rootCause.trigger }
  - heading: Good
    list: wentWell
  - heading: Bad
    list: wentPoorly
    numbered: true
  - heading: To do
    list: actions
    item: '[ ] {{actions.text}} ({{actions.owner}}, due {{actions.due}}, {{actions.ticket}})'
  - heading: Team questions
    list: questions
  - heading: Ready
    list: exitCriteria
`;

/** A template that is a Markdown document with placeholders. */
export const TEMPLATE = `---
label: Platform review
folder: docs/reviews
incidentId: 'PR-{year}-{n}'
durations:
  - { id: ttr, label: Time to recover, from: impact-started, to: restored }
sections:
  Outlook: { aliases: [Lessons], optional: true }
---

<!-- Written within five days. -->

# {{incident.id}}: {{title}}

| Field    | Value                                  |
| -------- | -------------------------------------- |
| Severity | {{severity.label: S1 to S4}}           |
| Recovery | {{durations.ttr}}                      |
| Alarm    | {{moments.alert-fired}}                |

**Commander:** {{roles.commander}}
**Scribe:** {{roles.recorder}}

We look at systems, and never at people.

## Summary

<!-- Two sentences. -->

{{summary.text: What users saw, and for how long}}

---

## Timeline

All times are {{timelineZone}}.

| Time            | Event             | Source              |
| --------------- | ----------------- | ------------------- |
| {{timeline.at}} | {{timeline.text}} | {{timeline.source}} |

## Analysis

### Trigger

{{rootCause.trigger}}

### Chain

1. {{whys}}

## Affected systems

- {{impact.systems}}

## Follow-up

- [ ] {{actions.text}} ({{actions.owner}}, until {{actions.due}})

## Outlook

- {{lessons.takeaways}}
`;

/** Every template with the name of its file. */
export const OWN_DIALECTS: readonly (readonly [string, string])[] = [
  ['shop.dialect.yaml', SHOP],
  ['nevertwice.dialect.yaml', NOTES],
  ['docs/platform-review.template.md', TEMPLATE],
];
