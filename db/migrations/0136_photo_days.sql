-- The day a photo of a register's row was taken, as the camera wrote it: it is held against days that are typed (registers §5, trap 6).

alter table register_photos add taken_on date;
comment on column register_photos.taken_on is '拍摄日期, 照片自带; 没有的为空';
