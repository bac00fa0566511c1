import { seeded } from '../../src/plan/sample';

/** As many lines of a plan as asked for, always the same: visions of 4 goals of 5 milestones of 11 steps. */
export function planOf(count: number): string {
  const random = seeded(20260309);
  const title = () => titleOf(random);
  const lines: string[] = [];
  while (lines.length < count) {
    lines.push(`A vision of ${title()}`);
    for (let goal = 0; goal < 4; goal++) {
      lines.push(`\tGoal ${title()}`);
      for (let part = 0; part < 5; part++) {
        lines.push(`\t\tMilestone ${title()}`);
        for (let step = 0; step < 11; step++)
          lines.push(`\t\t\t- [${random() < 0.4 ? 'x' : ' '}] ${title()}`);
      }
    }
  }
  return lines.slice(0, count).join('\n');
}

/** Two to nine words. */
export function titleOf(random: () => number): string {
  return Array.from({ length: 2 + Math.floor(random() * 8) }, () => pick(random)).join(' ');
}

const WORDS =
  'write read ask find draft call book print ferry chapter morning engine light crossing editor shelf rain night letter page'.split(
    ' ',
  );

function pick(random: () => number): string {
  return WORDS[Math.floor(random() * WORDS.length)] ?? '';
}
