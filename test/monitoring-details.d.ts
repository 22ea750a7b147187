import type { Survey } from '../src/modules/monitoring/domain/survey.ts';
/** A household of three just over nothing: about 5,000 yuan a person. */
export declare const POOR: Survey;
/** The same, well over the line, with nothing left open. */
export declare const SOLVED: Survey;
export declare function details(on: string, files?: readonly string[]): {
    verify: {
        visitedOn: string;
        visitors: string[];
        authorisation: string[];
        signedBy: string;
        survey: {
            housingUnsafe: boolean;
            outOfSchool: boolean;
            waterUnsafe: boolean;
            uninsured: boolean;
            from: string;
            until: string;
            memberCount: number;
            wageFen: number;
            businessFen: number;
            propertyFen: number;
            transferFen: number;
            businessCostFen: number;
            claimFen: number;
            selfPaidFen: number;
            coping: "able" | "partly" | "unable";
            noLabour: boolean;
            hardship: string;
            risks: ("other" | "schooling" | "illness" | "disability" | "disaster" | "accident" | "project-failure" | "unstable-job" | "no-labour" | "housing" | "water")[];
        };
        photos: never[];
        confirmed: true;
        finding: string;
    };
    'request-comparison': {
        departments: string[];
        note: string;
    };
    compare: {
        excluded: boolean;
        note: string;
    };
    review: {
        heldOn: string;
        place: string;
        chair: string;
        attendees: string[];
        votesFor: number;
        votesAgainst: number;
        abstained: number;
        minutes: string;
        photos: never[];
        passed: true;
    };
    publish: {
        level: "village";
        from: string;
        place: string;
        phone: string;
        photos: never[];
    };
    'end-notice': {
        note: string;
        photos: never[];
    };
    'pass-township': {
        opinion: string;
        spotChecked: boolean;
    };
    approve: {
        category: "borderline";
        danger: "medium";
        risks: "illness"[];
        opinion: string;
        documentNumber: string;
    };
    announce: {
        on: string;
        photos: never[];
    };
    record: {
        on: string;
        note: string;
    };
    plan: {
        risks: "illness"[];
        danger: "medium";
        responsible: string;
        unit: string;
        goal: string;
    };
};
