import type { ReactElement } from 'react';

import { Button, IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { hideToast, type Toast, useToasts } from './toast-store.ts';

/** The place where messages show. Once per page; a screen reader hears them. */
export function Toasts(): ReactElement {
  const toasts = useToasts();
  return (
    <section className="toasts" aria-label="Messages" aria-live="polite">
      {toasts.map((toast) => (
        <ToastRow key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastRow({ toast }: { readonly toast: Toast }): ReactElement {
  const { action, id } = toast;
  return (
    <div className={classNames('toast', `toast--${toast.tone}`)}>
      <div className="toast__text">
        <div>{toast.text}</div>
        {toast.help !== undefined && <div className="toast__help">{toast.help}</div>}
      </div>
      {action && (
        <Button
          size="sm"
          variant="quiet"
          onClick={() => {
            hideToast(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label="Dismiss" size="sm" onClick={() => hideToast(id)} />
    </div>
  );
}
