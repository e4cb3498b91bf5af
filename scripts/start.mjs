// npm start: the whole of Lyceum on one machine. See docs/guides/operators.md.
import { continueUnderNode24, ensureInstalled } from './install.mjs';

if (process.argv.includes('--help')) {
  process.stdout.write(
    [
      'npm start                 install, build what changed, start everything and print the addresses',
      'npm start -- --reset      throw the data folder away and start over (asks first; --yes does not ask)',
      'npm run dev               the same, and reload on changes',
      '',
    ].join('\n'),
  );
} else {
  await ensureInstalled();
  continueUnderNode24('scripts/start/main.ts');
}
