import fc from 'fast-check';

// The suite says the same on every run and machine. PROPERTY_SEED explores: a number, or `random` for a new one each time.
const seed = process.env['PROPERTY_SEED'] ?? '20260317';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
