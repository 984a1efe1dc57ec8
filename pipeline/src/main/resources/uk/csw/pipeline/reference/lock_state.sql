-- The lock makes a second node wait until the first has replaced the dimensions.
select fingerprint
from ops.reference_state
for update
