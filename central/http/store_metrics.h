#pragma once

#include "central/http/exposition.h"
#include "central/store/gauges.h"

namespace ce::http {

/// The store's figures as families of their own.
void put_store_metrics(Exposition& out, store::Gauges const& gauges);

}  // namespace ce::http
