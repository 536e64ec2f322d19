/** A JSON file of the portal; null where there is none. Rejects where it cannot be had. */
export const fetchJson = async <Value>(path: string): Promise<Value | null> => {
  const answer = await fetch(path);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};
