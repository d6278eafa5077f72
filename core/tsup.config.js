import { defineConfig } from 'tsup';

export default defineConfig({
  // The code that finds ../migrations/ by import.meta.url has to land directly in dist/.
  entry: ['src/index.ts', 'src/contract.ts', 'src/migrations.ts', 'src/openfeature.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: true,
  sourcemap: true,
  clean: true,
});
