// A citizen's page has no professional mode.

export const MODES = {};
