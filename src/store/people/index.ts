export { unknownPeople } from './unknown-people.ts';
