import type { ButtonHTMLAttributes } from 'react';

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  kind?: 'plain' | 'primary' | 'danger' | 'quiet' | 'icon';
  size?: 'small' | 'normal' | 'wide';
};

/** A button of an island. `type` is `button` unless said otherwise. One primary to a page. */
export function Button({ kind = 'plain', size = 'normal', className = '', type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={`button ${className}`.trim()}
      data-kind={kind === 'plain' ? undefined : kind}
      data-size={size === 'normal' ? undefined : size}
      {...rest}
    />
  );
}
