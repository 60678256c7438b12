#pragma once

#include "shared/storage/database.h"

/// The later steps of schema(), a file each. Private to this room.
namespace ce::store {

/// Who registered a record and how its review went (articles 4, 5 and 13).
[[nodiscard]] storage::Migration registration_step();

/// Who may sign in, open sessions, wrong tries.
[[nodiscard]] storage::Migration accounts_step();

/// The chains of central/audit.
[[nodiscard]] storage::Migration audit_step();

/// What frozen verdicts rest on: the whole pack and the facts of the records.
[[nodiscard]] storage::Migration evidence_step();

/// How every person's years stand, kept beside the records (articles 3 and 14).
[[nodiscard]] storage::Migration standings_step();

/// Bringing the standings up to other rules as a job (central/rejudging).
[[nodiscard]] storage::Migration rejudging_step();

/// Registration files as jobs (central/imports).
[[nodiscard]] storage::Migration imports_step();

/// Who may print which copy of a certificate, and what signs that (rules.md, printing offline).
[[nodiscard]] storage::Migration grants_step();

/// Grants that central took back.
[[nodiscard]] storage::Migration withdrawn_step();

/// What kiosks keep in step with, and the numbers of its changes (central/changes).
[[nodiscard]] storage::Migration changes_step();

/// Issuing in batches, who issued and revoked, corrections (articles 14 and 15).
[[nodiscard]] storage::Migration batches_step();

/// Without indexes that nobody asks.
[[nodiscard]] storage::Migration lean_step();

/// The signed tokens of certificates and the keys that sign them (shared/token).
[[nodiscard]] storage::Migration tokens_step();

/// Issuing to a whole region as jobs (central/batches).
[[nodiscard]] storage::Migration jobs_step();

/// How many certificates each month's issue days have, by region.
[[nodiscard]] storage::Migration months_step();

/// The kiosks' numbered blanks: ranges that were loaded, numbers that staff declared void.
[[nodiscard]] storage::Migration paper_step();

/// Versions and ends of persons and units, which central/roster keeps; what a file that is imported is of.
[[nodiscard]] storage::Migration roster_step();

/// Where a kiosk's events stand in its ledger, how that ledger is, and what else the kiosk noted.
[[nodiscard]] storage::Migration ledgers_step();

/// Names that issuing authorities had.
[[nodiscard]] storage::Migration names_step();

/// What central sets for kiosks and who is forgotten by them (central/fleet, central/forgetting).
[[nodiscard]] storage::Migration offline_step();

/// The codes by which persons begin their visit at a kiosk (central/visit_codes).
[[nodiscard]] storage::Migration visit_codes_step();

/// What the delta tells of a year besides its figures, kept with them.
[[nodiscard]] storage::Migration kept_step();

/// Kiosks are told of the pictures of seals.
[[nodiscard]] storage::Migration seals_step();

/// Kiosk events by age.
[[nodiscard]] storage::Migration ages_step();

/// What kiosks noted, by kiosk.
[[nodiscard]] storage::Migration notes_step();

/// Identity numbers that people had by mistake.
[[nodiscard]] storage::Migration numbers_step();

/// What a frozen verdict rests on within its row, and one index less on certificates.
[[nodiscard]] storage::Migration one_row_step();

/// On a server, without foreign keys that hold by how the rows are written.
[[nodiscard]] storage::Migration fewer_checks_step();

/// What is issued together, told and frozen in one row.
[[nodiscard]] storage::Migration together_step();

/// When a store that was brought back may grant again.
[[nodiscard]] storage::Migration restored_step();

/// Codes and certificates of kiosks, and what tells one machine from its copy (central/fleet).
[[nodiscard]] storage::Migration enrolment_step();

/// What tells whether a transaction was kept whose answer was lost; on a server.
[[nodiscard]] storage::Migration commit_keys_step();

/// What operators set for kiosks from afar, and what became of it (central/remote_settings).
[[nodiscard]] storage::Migration remote_settings_step();

/// What is wrong in the halls and for how long, and what a webhook is told of it (central/alarms).
[[nodiscard]] storage::Migration alarms_step();

/// What waits for a second person (central/approvals).
[[nodiscard]] storage::Migration approvals_step();

/// Registers that are written as files by a job (central/register_jobs).
[[nodiscard]] storage::Migration register_jobs_step();

/// What bounds the documents of one account, and the age of reports, is looked up by.
[[nodiscard]] storage::Migration bounds_step();
/// The chains of central/audit are only added to.
[[nodiscard]] storage::Migration only_added_step();

/// Which industry people, units, records and authorities are of (article 13(2)).
[[nodiscard]] storage::Migration industries_step();
/// Who signed a kiosk's certificate, while another authority takes over (central/kiosk_ca).
[[nodiscard]] storage::Migration issuers_step();
/// Logs that operators asked kiosks for (central/fleet).
[[nodiscard]] storage::Migration kiosk_logs_step();
/// People who left, by when they did (central/roster).
[[nodiscard]] storage::Migration departed_step();
/// What a store that was brought back has lost: numbers, prints, and whether issuing waits for them.
[[nodiscard]] storage::Migration lost_step();
/// The blanks of sheets of lost certificates.
[[nodiscard]] storage::Migration lost_blanks_step();
/// What waits for a city's and for the province's reviewers, in the order of their work lists.
[[nodiscard]] storage::Migration waiting_step();
/// What each region's part of the register comes to.
[[nodiscard]] storage::Migration register_counts_step();
/// When PostgreSQL cleans and counts the tables that grow.
[[nodiscard]] storage::Migration vacuum_step();
/// Credit years that are only read (central/archive).
[[nodiscard]] storage::Migration closed_years_step();
/// What kiosks use up: toner, paper, numbered blanks.
[[nodiscard]] storage::Migration supplies_step();
/// When a kiosk's identity was taken back (central/fleet).
[[nodiscard]] storage::Migration revoked_kiosks_step();
/// When a kiosk last reported a print that central had not allowed (central/alarms).
[[nodiscard]] storage::Migration ungranted_step();

}  // namespace ce::store
