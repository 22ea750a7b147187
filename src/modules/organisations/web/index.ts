// The door of the slice's pages: inputs for people of the roster.

export { AccountInput, PeopleInput, PersonInput } from './parts/person-input.tsx';
