/** The machine itself is not limited: a proxy in front of this server does its own limiting. */
export const TRUSTED = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** The address of whoever asks; undefined where that is a proxy on this machine, which asks for many. */
export const ofTheirOwn = (ip: string): string | undefined => (TRUSTED.includes(ip) ? undefined : ip);
