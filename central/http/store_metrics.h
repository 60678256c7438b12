#pragma once

#include "central/http/exposition.h"
#include "central/store/gauges.h"
#include "central/store/standby_use.h"

namespace ce::http {

/// Who answered the reads that may be a little old.
void put_standby_use(Exposition& out, store::StandbyUse const& use);

/// The store's figures as families of their own.
void put_store_metrics(Exposition& out, store::Gauges const& gauges);

}  // namespace ce::http
