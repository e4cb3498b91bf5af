import { type ButtonHTMLAttributes, forwardRef } from 'react';

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  kind?: 'plain' | 'primary' | 'danger' | 'quiet' | 'icon';
  size?: 'small' | 'normal' | 'wide';
};

/** A button of an island. `type` is `button` unless said otherwise. One primary to a page. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { kind = 'plain', size = 'normal', className = '', type = 'button', ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type={type}
      className={`button ${className}`.trim()}
      data-kind={kind === 'plain' ? undefined : kind}
      data-size={size === 'normal' ? undefined : size}
      {...rest}
    />
  );
});
