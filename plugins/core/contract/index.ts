export * from './endpoint.ts';
export * from './event.ts';
export * from './job.ts';
export * from './list.ts';
export * from './problem.ts';
export * from './settings.ts';
export * from './staff.ts';
export * from './values.ts';
