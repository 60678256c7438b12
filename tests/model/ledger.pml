/* The print ledger (kiosk/journal, kiosk/runner) with its printer, for spin. What it stands for, what it assumes and
 * how it is run: README.md here; the table of code step and label: kiosk/journal/README.md.
 *
 * `ledger` and `mark` are on the kiosk's disk, `job` is the printer's memory, `sheet` is paper. Everything else of the
 * kiosk is gone when its power fails, which it may before and after each step. Each -D below breaks the design in one
 * place, and spin must find what comes of it. */

#define ENTRIES 3
#define CERTIFICATES 2
#ifndef POWER_CUTS
#define POWER_CUTS 2
#endif
#ifndef SILENCES
#define SILENCES 1
#endif
#ifndef MEMORY_LOSSES
#define MEMORY_LOSSES 1
#endif

mtype:ledger = { none, requested, submitting, submitted, sent_to_printer, confirmed, failed, unknown };
mtype:job = { never_seen, waiting, printing, sheet_out, completed, aborted, canceled, forgotten };
mtype:answer = { unsent, refused, lost };

typedef Entry {
  mtype:ledger state;
  byte certificate;
  byte blank;
};

/* the kiosk's disk */
Entry ledger[ENTRIES];
byte entries = 0;
byte next_blank = 1;
byte mark = 1;            /* "<journal>.paper": the next number, should the journal have to be begun anew */

/* the wire and the printer */
bool on_the_way[ENTRIES]; /* the document has left the kiosk and has not been taken */
bool turned_away[ENTRIES];
mtype:job job[ENTRIES] = never_seen;
bool cancel_asked[ENTRIES];
bool reported[ENTRIES];   /* job-impressions-completed is not 0 */
bool busy = false;

/* paper, which nobody can take back */
byte sheet[ENTRIES];
byte on_certificate[CERTIFICATES];
byte given[ENTRIES + POWER_CUTS + 2]; /* how many entries have that blank number */

/* how often what is bounded may still happen */
byte cuts = POWER_CUTS;
byte silences = SILENCES;          /* of the printer, when it is asked */
byte memory_losses = MEMORY_LOSSES;

#define is_open(e) (job[e] == waiting || job[e] == printing || job[e] == sheet_out)
#define is_known(e) (job[e] != never_seen && job[e] != forgotten)
#define unsettled(e) (ledger[e].state == requested || ledger[e].state == submitting || ledger[e].state == submitted)
#ifdef BREAK_UNKNOWN_IS_FREE
#define frees(e) (ledger[e].state == failed || ledger[e].state == unknown)
#else
#define frees(e) (ledger[e].state == failed)
#endif
#define may_cut atomic { if :: cuts > 0 -> cuts--; goto dark :: true fi }

/* The journal's transactions: each happens whole or not at all. */

inline commit_request(e, c) {
  ledger[e].state = requested; ledger[e].certificate = c; ledger[e].blank = next_blank;
  given[next_blank]++;
  assert(given[next_blank] == 1); /* a number is consumed once */
  next_blank++; entries++
}

inline settle(e, outcome) {
  d_step {
    assert(ledger[e].state != confirmed && ledger[e].state != failed && ledger[e].state != sent_to_printer);
    assert(ledger[e].state != requested || outcome == failed);
    assert(outcome == unknown || sheet[e] == (outcome == failed -> 0 : 1)); /* the ledger tells the truth of paper */
    ledger[e].state = outcome
  }
}

/* A job that ended without being completed: failed only where the printer counted no sheet. */
inline settle_ended(e) {
#ifdef BREAK_COUNT_NOT_READ
  settle(e, failed)
#else
  if :: reported[e] -> settle(e, unknown) :: else -> settle(e, failed) fi
#endif
}

inline look_for_live(c, found) {
  d_step {
    found = false; i = 0;
    do
    :: i < entries ->
       if
       :: ledger[i].certificate == c && !frees(i) -> found = true
       :: else
       fi; i++
    :: else -> break
    od; i = 0
  }
}

proctype kiosk() {
  byte e, c, i;
  bool found, gone;
  mtype:answer why;

switched_on: /* Recovery::run: every entry that a cut or a silence left open. Nothing is ever printed here. */
  e = 0;
  do
  :: e < entries && unsettled(e) ->
     may_cut;
     if
     :: ledger[e].state == requested -> settle(e, failed)
     :: ledger[e].state != requested ->
#ifdef BREAK_PRINT_AGAIN
        on_the_way[e] = true;
        (!on_the_way[e])
#endif
        if
        :: is_known(e) ->
           ledger[e].state = submitted; may_cut;
           /* the visitor of that time is gone: what still waits is cancelled */
           cancel_asked[e] = true;
           (!is_open(e)); may_cut;
           if
           :: job[e] == completed -> settle(e, sent_to_printer)
           :: job[e] == aborted || job[e] == canceled -> settle_ended(e)
           :: job[e] == forgotten -> settle(e, unknown)
           fi
        :: !is_known(e) -> settle(e, unknown)
        fi
     fi; e++
  :: e < entries && ledger[e].state == unknown && is_known(e) -> /* its document came late */
     cancel_asked[e] = true;
     (!is_open(e)); may_cut;
     atomic {
       if
       :: ledger[e].state != unknown /* staff were quicker */
       :: ledger[e].state == unknown && job[e] == completed -> settle(e, sent_to_printer)
       :: ledger[e].state == unknown && (job[e] == aborted || job[e] == canceled) && !reported[e] -> settle(e, failed)
       :: else
       fi; e++
     }
  :: e < entries && !unsettled(e) && !(ledger[e].state == unknown && is_known(e)) -> e++
  :: e >= entries -> break
  od;

  do
  :: entries < ENTRIES -> /* a visitor presses 打印 */
     c = 0;
     if :: true :: entries > 0 -> c = 1 fi; /* the first one is any */
     look_for_live(c, found);
     if :: found -> goto turned_down :: !found fi;
     e = entries; gone = false;
#ifdef BREAK_SUBMIT_BEFORE_COMMIT
     on_the_way[e] = true; may_cut;
#endif
#ifdef BREAK_MARK_AFTER_COMMIT
     d_step { commit_request(e, c) }; may_cut; mark = next_blank; may_cut;
#else
     mark = next_blank + 1; may_cut;
     d_step { commit_request(e, c) }; may_cut;
#endif
     if
     :: true /* rendered */
     :: true -> settle(e, failed); goto ended
     fi; may_cut;
     ledger[e].state = submitting; may_cut;

     /* IppPrinter::submit */
     if
     :: true -> why = unsent; goto no_answer
     :: true
#ifndef BREAK_SUBMIT_BEFORE_COMMIT
        -> on_the_way[e] = true
#endif
     fi; may_cut;
     if
     :: !on_the_way[e] && is_known(e)
     :: turned_away[e] -> why = refused; goto no_answer
     :: silences > 0 -> silences--; why = lost; goto no_answer
     :: !on_the_way[e] && !turned_away[e] && !is_known(e) -> why = lost; goto no_answer
     fi; may_cut;
     goto taken;

no_answer: /* PrintDesk::hand_over asks by name */
     may_cut;
     if
     :: is_known(e) -> goto taken
     :: !is_known(e) ->
        if
#ifndef BREAK_LOST_IS_FAILED
        :: why == lost -> goto switched_on /* it may be on its way: left open, for recovery */
#endif
        :: else -> settle(e, failed)
        fi
     :: silences > 0 -> silences--; goto switched_on /* left open, for recovery */
     fi; may_cut;
     goto ended;

taken:
     ledger[e].state = submitted; may_cut;
follow:
     do
     :: job[e] == completed -> may_cut; settle(e, sent_to_printer); break
     :: job[e] == aborted || job[e] == canceled -> may_cut; settle_ended(e); break
     :: job[e] == forgotten -> may_cut; settle(e, unknown); break
     :: is_open(e) && !gone -> gone = true; cancel_asked[e] = true
     :: is_open(e) && silences > 0 -> silences--; goto switched_on
     od;
ended:
     may_cut; why = unsent; gone = false
  :: entries > 0 -> goto switched_on /* between visits, and for a while after a doubt */
  :: true -> goto closed /* the hall closes */
turned_down: skip
  od;

dark: /* power is gone, and comes back */
  e = 0; c = 0; found = false; gone = false; why = unsent;
#ifdef DAMAGE
  /* the journal's file cannot be read: a new one is begun, whose numbers go on at the mark */
  if :: true -> next_blank = mark :: true fi;
#endif
  goto switched_on;

closed:
  e = 0;
  do
  :: e < entries -> assert(!unsettled(e)); e++
  :: else -> break
  od
}

/* RFC 8011: takes a document or turns it away, one at a time; prints; knows nothing more once it was switched off. */
proctype printer(byte e) {
  byte i;
end:
  do
  :: atomic { on_the_way[e] ->
     if
     :: !busy -> busy = true; on_the_way[e] = false; job[e] = waiting
     :: on_the_way[e] = false; turned_away[e] = true
     :: on_the_way[e] = false /* the connection broke half way */
     fi }
  :: atomic { job[e] == waiting -> job[e] = printing }
  :: atomic { job[e] == printing -> /* paper */
     job[e] = sheet_out; reported[e] = true;
     assert(e < entries); /* no sheet without an entry */
     assert(ledger[e].state == submitting || ledger[e].state == submitted || ledger[e].state == unknown);
     sheet[e]++; on_certificate[ledger[e].certificate]++;
     assert(sheet[e] == 1); /* nor two of one */
     assert(on_certificate[ledger[e].certificate] == 1) /* no request on two sheets */ }
  :: atomic { job[e] == sheet_out -> job[e] = completed; busy = false }
  :: atomic { is_open(e) -> job[e] = aborted; busy = false }
  :: atomic { is_open(e) && cancel_asked[e] -> job[e] = canceled; busy = false }
  :: atomic { is_known(e) && memory_losses > 0 -> /* switched off: all jobs of all entries */
     memory_losses--; busy = false;
     i = 0;
     do
     :: i < ENTRIES -> if :: is_known(i) -> job[i] = forgotten :: else fi; i++
     :: else -> break
     od; i = 0 }
  od
}

/* Staff look at the tray. They come when nothing is on its way any more, and say what they see. */
proctype staff(byte e) {
end:
  do
  :: atomic { ledger[e].state == unknown && !on_the_way[e] && !is_open(e) ->
     if
     :: sheet[e] > 0 -> settle(e, confirmed)
     :: else -> settle(e, failed)
     fi }
  od
}

init {
  byte e = 0;
  atomic {
    run kiosk();
    do
    :: e < ENTRIES -> run printer(e); run staff(e); e++
    :: else -> break
    od
  }
}
