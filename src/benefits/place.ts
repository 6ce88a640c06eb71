/** Whether the place `inner` lies in `outer` or is it, by GB/T 2260: a province ends in 0000, a city in 00. */
export function isWithin(inner: string, outer: string): boolean {
  return inner.startsWith(outer.replace(/(?:00){1,2}$/, ''));
}
