/** Digits after a key: never more than the largest allowed number has. */
export function digitsAfter(digits: string, key: string, maximum: number): string {
  if (key === "erase") return digits.slice(0, -1);
  const next = digits === "0" ? key : digits + key;
  return next.length > String(maximum).length ? digits : next;
}
