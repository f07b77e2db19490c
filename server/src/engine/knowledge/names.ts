/** What a qualified name is made of. */

/** `get` of `requests.Session.get`. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** All that stands before a dot of `names`. */
export function ownersOf(names: readonly string[]): ReadonlySet<string> {
  const owners = new Set<string>();
  for (const name of names) {
    for (
      let end = name.lastIndexOf('.');
      end > 0 && !owners.has(name.slice(0, end));
      end = name.lastIndexOf('.', end - 1)
    )
      owners.add(name.slice(0, end));
  }
  return owners;
}
