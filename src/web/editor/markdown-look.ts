import { HighlightStyle } from '@codemirror/language';
import { tags } from '@lezer/highlight';

/** Markdown that looks like what it becomes; its signs stay, but step back. */
export const markdownLook = HighlightStyle.define([
  { tag: tags.heading, class: 'cm-md-heading' },
  { tag: tags.strong, class: 'cm-md-strong' },
  { tag: tags.emphasis, class: 'cm-md-emphasis' },
  { tag: tags.strikethrough, class: 'cm-md-deleted' },
  { tag: tags.monospace, class: 'cm-md-code' },
  { tag: tags.link, class: 'cm-md-link' },
  { tag: tags.quote, class: 'cm-md-quote' },
  { tag: [tags.url, tags.processingInstruction, tags.contentSeparator, tags.labelName], class: 'cm-md-sign' },
]);
