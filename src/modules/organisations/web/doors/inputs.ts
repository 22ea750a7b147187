// Inputs for people of the roster.

export { AccountInput, PeopleInput, PersonInput } from '../parts/person-input.tsx';
