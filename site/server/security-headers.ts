/**
 * What a page of the site may load: its own files, images over https, recordings just made (blob:), and styles on elements,
 * which formulas need.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' https: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' https: blob:",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** An uploaded file opened by itself runs nothing and is no part of the site. */
const UPLOAD_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; sandbox";

/** Headers of every answer of ours, in lower case. @param isSecure true when people reach the site over https */
export function pageHeaders(isSecure: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': isSecure ? `${PAGE_POLICY}; upgrade-insecure-requests` : PAGE_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(self), payment=(), usb=(), browsing-topics=()',
    'x-frame-options': 'DENY',
    ...transportHeaders(isSecure),
  };
}

/** Headers of what the cms answers; its own policy stays. */
export function forwardedHeaders(isSecure: boolean): Readonly<Record<string, string>> {
  return { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', ...transportHeaders(isSecure) };
}

export const uploadHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': UPLOAD_POLICY,
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** Kinds of uploads that a browser shows by itself; everything else is offered as a download. */
export const isShownInline = (contentType: string | undefined): boolean =>
  /^(?:image\/(?:avif|gif|jpeg|png|svg\+xml|webp)|audio\/[\w.+-]+|video\/[\w.+-]+|text\/vtt)(?:;|$)/.test(contentType ?? '');

function transportHeaders(isSecure: boolean): Record<string, string> {
  return isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {};
}
