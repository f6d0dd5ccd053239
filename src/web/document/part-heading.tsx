import type { ReactElement } from 'react';

/** Heading of a part within its section. */
export function PartHeading({ label }: { readonly label: string | undefined }): ReactElement | null {
  return label === undefined ? null : <h3 className="part__heading">{label}</h3>;
}
