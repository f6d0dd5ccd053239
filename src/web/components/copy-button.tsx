import { type ReactElement, useState } from 'react';

import { Button } from './button.tsx';

interface CopyButtonProps {
  readonly text: string;
  readonly label?: string;
}

/** Puts a text into the clipboard and says so. */
export function CopyButton({ text, label = 'Copy' }: CopyButtonProps): ReactElement {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await copyText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <Button icon={copied ? 'check' : 'copy'} onClick={copy}>
      <span aria-live="polite">{copied ? 'Copied' : label}</span>
    </Button>
  );
}

/** Puts a text into the clipboard, also where the page is not served over https. */
export async function copyText(text: string): Promise<void> {
  if (isSecureContext) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  (document.querySelector('dialog:modal') ?? document.body).append(area);
  area.select();
  // The only way there is without https.
  // oxlint-disable-next-line typescript/no-deprecated -- see above
  document.execCommand('copy');
  area.remove();
}
