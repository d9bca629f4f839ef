-- How many letters somebody had of late.
CREATE INDEX alert_delivery_letters ON alert_delivery (user_id, created_at) WHERE user_id IS NOT NULL;
