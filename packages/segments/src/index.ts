export type { ChoiceReason, ColumnChoice, FeatureChoice } from "./columns/choice.ts";
export { featureChoice } from "./columns/feature-choice.ts";
export { findColumn } from "./columns/find.ts";
export type { LeftOut, LeftOutCell } from "./columns/left-out.ts";
export { dateText } from "./date-text.ts";
export { type Drift, drift, type FarCustomers, type SegmentDrift } from "./drift/drift.ts";
export type { DriftBin, FeatureDrift } from "./drift/feature-drift.ts";
export type { Shift, ShiftLevel } from "./drift/shift.ts";
export type { Training, TrainingCategories, TrainingFeature, TrainingNumbers } from "./drift/training.ts";
export type { Refit } from "./drift/verdict.ts";
export { type EditCost, editCost } from "./edits/cost.ts";
export type { Edit, Naming, Regrouping } from "./edits/edit.ts";
export { isRegrouping } from "./edits/edit.ts";
export { editSegments } from "./edits/edit-segments.ts";
export { searchedK } from "./edits/found.ts";
export { elbowOf } from "./elbow-of.ts";
export type { SegmentsErrorCode } from "./error.ts";
export { SegmentsError } from "./error.ts";
export { freshLetters } from "./letters.ts";
export { mall, mallPreset } from "./mall.ts";
export type { Candidate, CandidateResampling, HowMany } from "./many/how-many.ts";
export { optimalAssignment } from "./matching/assignment.ts";
export { type Match, matchByCounts, matchByOverlap } from "./matching/overlap.ts";
export { type MigrateOptions, migrate } from "./migration/migrate.ts";
export type {
  Counted,
  Migration,
  MigrationCell,
  MigrationSegment,
  MigrationTable,
  Move,
  Worth,
} from "./migration/migration.ts";
export type { Matched } from "./migration/same-segments.ts";
export { isLegible } from "./model/legible.ts";
export { LONGEST_GIVEN_NAME, LONGEST_NOTE } from "./model/limits.ts";
export type { SavedSegment, SavedSegmentation } from "./model/saved.ts";
export type { SavedCategoryFeature, SavedFeature, SavedNumericFeature } from "./model/saved-feature.ts";
export type { ModelPoints, ModelSegment, Prediction, PredictOptions } from "./model/segmentation-model.ts";
export { SegmentationModel } from "./model/segmentation-model.ts";
export type { Level } from "./naming/levels.ts";
export type { Evidence } from "./naming/names.ts";
export type { DataNotes, ShapeNote } from "./notes/notes.ts";
export type { RepeatedCustomers } from "./notes/orders.ts";
export type { Missing, SegmentOptions } from "./options.ts";
export type { Play, Trait } from "./plays/play.ts";
export { plays } from "./plays/plays.ts";
export { readPlays } from "./plays/read-plays.ts";
export { type Role, roleOf } from "./plays/roles.ts";
export { spendsMuch } from "./plays/spends-much.ts";
export type { Suggestion } from "./plays/suggestion.ts";
export { isYesNo, yesNoNumbers } from "./preparation/yes-no.ts";
export type { CategoryProfile, CategoryShare } from "./profile/categories.ts";
export type { NumericProfile } from "./profile/numeric.ts";
export type { SegmentValue } from "./profile/value.ts";
export type { OnSegmentProgress, SegmentProgress } from "./progress.ts";
export type { RfmNotes } from "./rfm/notes.ts";
export type { Rfm, RfmOptions } from "./rfm/rfm.ts";
export { rfm } from "./rfm/rfm.ts";
export type { RuleCard, RuleCondition } from "./rules/rule-card.ts";
export { segment } from "./segment.ts";
export type { FeatureElbow, Segment, Segmentation } from "./segmentation.ts";
export type { Dialect } from "./sql/dialect.ts";
export type { SqlOptions } from "./sql/sql-of.ts";
export { sqlOf } from "./sql/sql-of.ts";
export { BORDER_MARGIN, type Border } from "./stability/borders.ts";
export type { Placement } from "./stability/placement.ts";
export type { SegmentStability, Stability, StabilityLevel } from "./stability/stability.ts";
export type { Scale } from "./statistics/scale.ts";
export type { Structure } from "./structure.ts";
export type { BadCell, Column, DateColumn, IdentifierColumn, NumericColumn, Table, TextColumn } from "./table.ts";
