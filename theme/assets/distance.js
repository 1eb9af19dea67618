// Gower's distance between two settings; lsbuild/relations/distance.py says where it comes from.
export function distance(one, other, fields) {
  const told = fields.filter((field) => one[field]?.length || other[field]?.length);
  return told.reduce((sum, field) => sum + apart(one[field] ?? [], other[field] ?? []), 0) / Math.max(1, told.length);
}

function apart(one, other) {
  if (!one.length || !other.length) return 0.5;
  const shared = one.filter((value) => other.includes(value)).length;
  return 1 - shared / new Set([...one, ...other]).size;
}
