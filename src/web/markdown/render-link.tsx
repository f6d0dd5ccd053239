import type { ReactNode } from 'react';

import type { RenderContext } from './render-context.ts';
import { ownImage, safeLink } from './safe-link.ts';

/** A link, or its text where it may not be followed. */
export function renderLink(url: string, title: string | null | undefined, children: ReactNode): ReactNode {
  const link = safeLink(url);
  if (link === undefined)
    return (
      <span className="md-dead-link" title={url}>
        {children}
      </span>
    );
  const more = link.external ? { target: '_blank', rel: 'noopener noreferrer' } : {};
  return (
    <a href={link.href} {...(title === null || title === undefined ? {} : { title })} {...more}>
      {children}
    </a>
  );
}

/** An attached image; one from elsewhere becomes a link, so that opening a document tells nobody. */
export function renderImage(
  image: { readonly url: string; readonly alt?: string | null | undefined; readonly title?: string | null | undefined },
  context: RenderContext,
): ReactNode {
  const source = ownImage(image.url, context.origin);
  const alt = image.alt ?? '';
  if (source === undefined) return renderLink(image.url, image.title, alt === '' ? image.url : `Image: ${alt}`);
  return (
    <img className="md-image" src={source} alt={alt} loading="lazy" {...(image.title ? { title: image.title } : {})} />
  );
}
